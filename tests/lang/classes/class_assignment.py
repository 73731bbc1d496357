# o.__class__ = D: only between classes whose instances look alike
class A:
    pass


class B:
    def hello(self):
        return "B", self.__dict__


class S1:
    __slots__ = ("x", "y")


class S2:
    __slots__ = ("x", "y")


class S3:
    __slots__ = ("x", "z")


class S4(A):
    __slots__ = "w"


a = A()
a.v = 1
a.__class__ = B
print(a.hello(), type(a).__name__, isinstance(a, A))
s = S1()
s.x, s.y = 1, 2
s.__class__ = S2
print(s.x, s.y, type(s).__name__)
for o, cls in ((s, S3), (s, A), (a, S4), (a, int), (5, A), (A(), type("I", (int,), {})), ([], list), (a, 5), (A, type),
               (A(), type("W", (), {"__slots__": ()})), (len, A), (type("I", (int,), {})(3), type("J", (int,), {}))):
    try:
        o.__class__ = cls
        print("ok", type(o).__name__)
    except TypeError as e:
        print(e)
try:
    del a.__class__
except TypeError as e:
    print(e)
import types
m = types.ModuleType("m")


class Mod(types.ModuleType):
    @property
    def prop(self):
        return "prop"


m.__class__ = Mod
print(m.prop, type(m).__name__)
