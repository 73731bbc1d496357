# dict: constructors, methods and operators with wrong arguments.
def t(*actions):
    for f in actions:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)

d = {1: 2}
t(lambda: dict(1), lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: dict([(1,)]), lambda: dict(1, 2), lambda: dict(['ab', 'cd']), lambda: dict([('a', 1)], b=2), lambda: dict({1: 2}, a=3), lambda: dict(None), lambda: d[5], lambda: d['x'], lambda: d[[]], lambda: d.get(), lambda: d.get([]), lambda: d.pop(), lambda: d.pop(5), lambda: d.pop(5, 6), lambda: {}.popitem(), lambda: d.setdefault(), lambda: d.setdefault([], 1), lambda: d.update(1), lambda: d.update([1]), lambda: d.update([(1, 2, 3)]), lambda: d.update(1, 2), lambda: d.fromkeys(), lambda: d.fromkeys(5), lambda: d.fromkeys([[]]), lambda: d.copy(1), lambda: d | 5, lambda: d | [(1, 2)], lambda: d < {}, lambda: d.keys(1), lambda: d.__delitem__(7), lambda: {**5}, lambda: hash(d), lambda: d.get(5, default=1), lambda: [] in d)
