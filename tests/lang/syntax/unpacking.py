# Assignment to lists of targets, stars, nesting; del of the same; augmented assignment.
a, b = 1, 2
a, b = b, a
print(a, b)
(a, [b, *c]), d = (1, (2, 3, 4)), 5
print(a, b, c, d)
*a, b = "xyz"
a, *b, c = range(2)
print(a, b, c)
[x, y, z] = {"k1": 1, "k2": 2, "k3": 3}
print(x, y, z)
a = b = c = []
a.append(1)
print(c)


def swap(a, b, c):
    a, b, c = c, a, b
    x = y = a
    a, a = b, c
    return a, b, c, x, y


print(swap(1, 2, 3))


class Box:
    pass


def targets(o, d):
    o.x, d["k"], y = 1, o, 3
    (o.a, d[0]), *rest = ("pair"[:2], 1, 2)
    for o.i, d["i"] in [(1, 2), (3, 4)]:
        pass
    return vars(o), d["i"], d["k"] is o, d[0], y, rest


print(targets(Box(), {}))
for bad in ["a, b = 1,", "a, b = 1, 2, 3", "a, *b, c = [1]", "a, b = 5", "a, (b, c) = 1, 2"]:
    try:
        exec(bad)
    except (ValueError, TypeError) as e:
        print(bad, "->", type(e).__name__, e)


def log(x):
    print(x, end=" ")
    return x


items = [[0, 1], [2, 3]]
items[log(0)][log(1)] += log(10)
items[log(1)][log(0)], items[0][0] = log(7), log(8)
print(items)
o = Box()
o.n = [1]
o.n += [2]
o.n *= 2
m = o.n
m += (3,)
print(o.n, m is o.n)
i = 7
i **= 2; i //= 3; i <<= 2; i ^= 5; i %= 50; i |= 1; i &= 63; i >>= 1; i -= 1; i /= 2; i @= Box() if False else type("M", (), {"__rmatmul__": lambda s, o: o})()
print(i)
del items[0][0], (o.n, [m])
print(items, hasattr(o, "n"))
x = [*range(3), *"ab", (*[1], *(2,))]
print(x, {*x[:2], 9}, (*x[:1],), {**{"a": 1}, "b": 2, **{"a": 3}})
