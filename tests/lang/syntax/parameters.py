# Parameters of every kind, and calls that do not fit them.
def f(a, b=2, /, c=3, *args, d, e=5, **kwargs):
    return a, b, c, args, d, e, kwargs


print(f(1, d=4), f(1, 2, 3, 4, 5, d=6, e=7, x=8), f(*[1], **{"d": 2}), f(1, d=2, a=3, b=4))
def g(x, /, *, y): return x, y
def h(a, b): pass
def k(*, a, b): pass
def p(a, b, c=1, /): pass
for call in (lambda: f(), lambda: f(1), lambda: g(1), lambda: g(x=1, y=2), lambda: g(1, 2), lambda: g(1, y=2, z=3), lambda: h(1), lambda: h(), lambda: h(1, 2, 3),
             lambda: h(1, a=2), lambda: h(1, b=2, c=3), lambda: k(), lambda: k(a=1), lambda: k(1, a=1, b=2), lambda: h(**{"a": 1, "b": 2, "a b": 3}), lambda: p(1),
             lambda: p(1, 2, 3, 4), lambda: p(a=1, b=2), lambda: h(1, *[2], b=3), lambda: (lambda: 0)(1), lambda: (lambda x: 0)()):
    try:
        print(call())
    except TypeError as e:
        print(e)
