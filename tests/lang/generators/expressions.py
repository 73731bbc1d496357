# Generator expressions: the first iterable is evaluated at once, everything else later
def show(x):
    print("eval", x)
    return x


g = (show(x) + show(y) for x in show([1, 2]) for y in show([10]) if show(True))
print("made")
print(list(g))
try:
    g = (x for x in 5)
except TypeError as e:
    print(e)
g = (y for x in [1] for y in 5)
try:
    next(g)
except TypeError as e:
    print(e)
x = "outer"
print(list(x for x in range(2)), x, sum(i * i for i in range(4)), max((i for i in "abc"), default=1))


class C:
    items = [1, 2]
    total = sum(i for i in items)
    try:
        pairs = list((i, j) for i in items for j in items)
    except NameError as e:
        pairs = str(e)


print(C.total, C.pairs)
print((i for i in ()).__name__, (i for i in ()).gi_code.co_varnames)
fs = [lambda: i for i in range(3)]
print([f() for f in fs], [f() for f in [lambda i=i: i for i in range(3)]])
print([(lambda: z)() for z in "ab"], [z for z in range(3) if (w := z) % 2], w)
g = (i for i in range(3))
print(next(g), 1 in g, list(g))
