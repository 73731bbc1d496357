# __call__ in the class makes instances callable, on the instance it does not
class C:
    def __call__(self, *args, **kw):
        return args, kw


c = C()
print(c(), c(1, *[2], a=3, **{"b": 4}), callable(c), C.__call__(c, 9))


class D:
    pass


d = D()
d.__call__ = lambda: 1
print(callable(d), callable(D), callable(len), callable(None))
for f in (lambda: d(), lambda: 5(), lambda: "s"(), lambda: None(), lambda: [](1), lambda: c.x()):
    try:
        f()
    except (TypeError, AttributeError) as e:
        print(e)
D.__call__ = lambda self, x: x * 2
print(d(4), callable(d))
del D.__call__
print(callable(d))


class Chain:
    __call__ = C()


print(Chain()(5))


class Loop:
    pass


Loop.__call__ = Loop()
try:
    Loop()()
except RecursionError as e:
    print("RecursionError")
