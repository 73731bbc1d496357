# why: items, keys, attributes, slots, closures, defaults, bound methods and generators by name.
import heap


class Plain:
    pass


class Slots:
    __slots__ = ("s",)


def clean(why):
    return sorted(text.partition(" at 0x")[0] for text in why.references), why.count == len(why.references)


def run():
    v = frozenset([1])
    d = {"k": v, v: 1}
    pair = [(v,), {v}]
    plain, slots = Plain(), Slots()
    plain.attribute = slots.s = v

    def default(q=v):
        pass

    def gen():
        local = v
        yield

    it = gen()
    next(it)
    method = v.union
    walker = iter((v,))
    return clean(heap.why(v))


for part in run():
    print(part)
