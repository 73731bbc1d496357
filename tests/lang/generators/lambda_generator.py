# A lambda with yield is a generator function like others: the value of its expression is what it returns
def run(g, *values):
    out = [next(g)]
    try:
        for v in values:
            out.append(g.send(v))
    except StopIteration as e:
        return out, e.value
    return out, "suspended"


print(run((lambda: (yield 1))(), 5))
print(run((lambda x: (yield x) + (yield x * 2))(3), 10, 20))


def inner():
    return (yield "inner")


print(run((lambda: (yield from inner()))(), 7))
print(list((lambda: ((yield 8), (yield 9)))()))
print(bool((lambda: (yield)).__code__.co_flags & 0x20))
