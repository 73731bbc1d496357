# Comprehensions: scopes, nesting, conditions, order, and class bodies.
x = "outer"
print([x for x in range(3)], x)
print({x: y for x in "ab" for y in range(2) if y}, {c for c in "aab"} == {"a", "b"}, list(x * 2 for x in range(3)))
print([(i, j) for i in range(4) if i % 2 for j in range(i) if j != 1])
print([[y for y in range(x)] for x in range(3)], [y for x in [[1], [2, 3]] for y in x])
print([a + b for a in "xy" for b in [a * 2]], [k for i in (1, 2) for j, k in [(i, i + 1)]])


def f(n):
    y = 10
    fs = [lambda: (i, y, n) for i in range(n)]
    gs = [lambda: [i, j] for i in range(2) for j in range(2)]
    return [g() for g in fs], [g() for g in gs], [i for i in [y] for y in [i + 1]], y


print(f(2))


class C:
    z = 3
    a = [i for i in range(z)]
    b = [x for i in range(2)]
    try:
        c = [z for i in range(1)]
    except NameError as e:
        c = str(e)
    d = [lambda: i for i in range(2)][0]()
    e = list(i for i in range(z))


print(C.a, C.b, C.c, C.d, C.e, hasattr(C, "i"))


def leftovers():
    try:
        [1 / q for q in [1, 0]]
    except ZeroDivisionError:
        pass
    return sorted(locals())


print(leftovers())


def inner_names(items):
    return [locals() for item in items]


print([sorted(d) for d in inner_names([1])])
g = (i for i in [1, 2, 3] if print("test", i) or i > 1)
print(next(g), g.gi_code.co_name, type(g).__name__)


def gen():
    return [(yield_, (lambda: yield_)()) for yield_ in range(2)]


print(gen(), [*(i for i in range(3))], sum(i for i in range(4)), [i for i in (lambda: [7, 8])()])
print([i for i in range(5) if i if i % 2], [not i for i in [0, 1]], [i if i else -1 for i in range(2)])
