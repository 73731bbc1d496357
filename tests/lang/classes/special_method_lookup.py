# Special methods are looked up in the type: instance attributes and __getattribute__ do not count
class C:
    def __getattribute__(self, name):
        print("asked for", name)
        return object.__getattribute__(self, name)

    def __len__(self):
        return 3

    def __getattr__(self, name):
        print("getattr", name)
        raise AttributeError(name)


c = C()
print(len(c), bool(c), callable(c), hash(c) is not None)
c.__dict__["__len__"] = lambda: 10
c.__dict__["__call__"] = lambda: 10
print(len(c))
for f in (lambda: c(), lambda: c + 1, lambda: iter(c), lambda: -c, lambda: c[0]):
    try:
        f()
    except TypeError as e:
        print(e)


class Meta(type):
    def __len__(cls):
        return 7

    def __iter__(cls):
        return iter("meta")

    def __contains__(cls, x):
        return x == 1

    def __add__(cls, other):
        return "added"


class D(metaclass=Meta):
    def __len__(self):
        return 1


print(len(D), len(D()), list(D), 1 in D, D + 1)


class Dynamic:
    pass


d = Dynamic()
Dynamic.__len__ = lambda self: 4
print(len(d))
Dynamic.__getitem__ = lambda self, i: i
print(d[5])
del Dynamic.__len__
try:
    len(d)
except TypeError as e:
    print(e)


class Desc:
    def __get__(self, obj, owner):
        print("get", obj is not None)
        return lambda *args: ("via descriptor", args)


class WithDesc:
    __add__ = Desc()
    __call__ = Desc()
    __getitem__ = Desc()


w = WithDesc()
print(w + 1, w(2), w[3])
