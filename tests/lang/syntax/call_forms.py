# Calls: order and merging of positional and keyword arguments, many of them, methods, partial evaluation.
def f(*a, **k): return a, k
print(f(), f(1, 2, x=3), f(*[1], 2, *(3, 4), x=5, **{"y": 6}, z=7, **{"w": 8}), f(**{"a b": 1}), f(*"ab", *range(2)), f(x for x in []) [0][0].__class__.__name__)
print(f(1, *[], **{}), f(*{}, **{}), f(a := 1, b=(c := 2)), a, c, f(print, print=print)[0] == (print,), f(
    1,
    x=2,
), f(*f(*[1, 2])[0]), f(lambda: 0, x=lambda: 1)[1]["x"](), f(not 1, *[not 2], x=not 3), f(1 if 0 else 2, x=1 if 0 else 2))
print(len(f(*range(300))[0]), len(f(**{f"k{i}": i for i in range(300)})[1]), eval("f(" + ",".join("1" for _ in range(300)) + ")")[0][-1], eval("f(" + ",".join(f"k{i}=1" for i in range(300)) + ")")[1]["k299"])
class A:
    def m(self, *a, **k): return a, k
    def __call__(self, *a, **k): return "called", a, k
    def __getattr__(self, name): return lambda *a, **k: (name, a, k)
a = A()
print(a.m(1, x=2), A.m(a, 1), a(1, *[2], x=3), a.dynamic(1, **{"x": 2}), (a.m)(1), a.m(*[1], x=1), (lambda self: self)(1), [a.m][0](), A()(1), A().m(self=1) if False else None)
for call in lambda: f(x=1, **{"x": 2}), lambda: f(**{"x": 1}, **{"x": 2}), lambda: f(**{1: 2}), lambda: f(*1), lambda: f(**[1]), lambda: a.m(self=1), lambda: None(), lambda: 1(2) if 0 else "s"(), lambda: a.m.x, lambda: len(), lambda: len(1, 2), lambda: len(x=1), lambda: int(x=1, y=2):
    try: print(call())
    except (TypeError, AttributeError) as e: print(e)
