# type(x), type(name, bases, dict), and wrong calls of type
class M(type):
    pass


class C(metaclass=M):
    pass


print(type(5), type(C) is M, type(type) is type, M(5) if False else "-")
T = type("T", (C,), {"x": 1, "__module__": "mod", "__doc__": "d"}, **{})
print(T, T.x, type(T).__name__, T.__doc__)
for args, kw in (((), {}), ((1, 2), {}), ((1, 2, 3, 4), {}), (("a", (), {}), {"x": 1}), ((1, (), {}), {}), (("a", [], {}), {}), (("a", (), []), {}),
                 (("a\0b", (), {}), {}), (("", (), {}), {}), (("a b", (), {}), {}), ((5,), {"x": 1}), (("a", (1,), {}), {}), (("a", (), {1: 2}), {})):
    try:
        r = type(*args, **kw)
        print(r.__name__ if isinstance(r, type) else r)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
try:
    M(5)
except TypeError as e:
    print(e)
ns = {"a": 1}
T = type("T", (), ns)
ns["b"] = 2
T.c = 3
print(hasattr(T, "b"), ns)
print(type(vars(T)).__name__, "__dict__" in vars(T), T.__dict__ is T.__dict__)
for f in (lambda: vars(T).update(x=1), lambda: vars(T).__setitem__("x", 1), lambda: setattr(T, "__dict__", {}), lambda: type.__call__(5), lambda: type.__new__(type),
          lambda: type.__new__(int, "a", (), {}), lambda: type.__init__(T), lambda: type.__init__(T, 1, 2)):
    try:
        f()
    except (TypeError, AttributeError) as e:
        print(e)
