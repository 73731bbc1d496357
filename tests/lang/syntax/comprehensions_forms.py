# Comprehensions: all kinds, several loops, conditions, unpacking, nesting, their own scope.
print([x for x in range(3)], {x % 2 for x in range(5)} == {0, 1}, {x: -x for x in "ab" if x > "a"} if False else {x: x * 2 for x in "ab"}, list(x for x in "ab"))
print([(x, y) for x in range(3) for y in range(x) if y if x], [x for x, in [(1,), (2,)]], [x + y for x, (y, *_) in [(1, (2, 3))]], [[y for y in range(x)] for x in range(3)])
x = "outer"
print([x for x in [1]], x, [x for _ in "a"], [(lambda: x)() for x in "ab"], [f() for f in [lambda: y for y in range(2)]])
def f():
    y = 5
    return [y for y in range(2)], y, [y + z for z in range(2)], {k: v for k, v in zip("ab", [y, y])}, [lambda: y for _ in "a"][0]()
print(f(), [i for i in range(5) if i % 2 if i > 1], [j for i in [1, 2] for j in [i, i * 10]], sum(i for i in range(4)))
class C:
    items = [1, 2]
    n = 3
    a = [i for i in items]
    try: b = [n for i in items]
    except NameError as e: b = str(e)
print(C.a, C.b, [a.append(1) or a for a in [[]]][0], [*(i for i in "ab")], {**{k: 1 for k in "a"}}, [print for print in [1]])
d = {}
print([d for d["k"] in [1, 2]], [0 for d["z"], *d["y"] in [(1, 2, 3)]], d)
g = (i for i in undefined_later) if False else (i for i in iter([1, 2]))
print(next(g), list(g), type(g).__name__, g.__name__)
try:
    (i for i in 5)
except TypeError as e:
    print(e)
