# __slots__ with inheritance: own, inherited, shadowed; a __dict__ comes back in a subclass without slots
class A:
    __slots__ = ("a", "b")


class B(A):
    __slots__ = "c"


class C(B):
    pass


class D(A):
    __slots__ = ("a",)


a, b, c, d = A(), B(), C(), D()
b.a, b.c = 1, 2
c.anything = 3
c.a = 4
d.a = 5
A.a.__set__(d, 6)
print(b.a, b.c, c.__dict__, d.a, A.a.__get__(d))
for o, name in ((a, "c"), (b, "d"), (a, "a"), (b, "__dict__"), (a, "__weakref__")):
    try:
        print(getattr(o, name))
    except AttributeError as e:
        print(e)
for o, name in ((a, "c"), (b, "d")):
    try:
        setattr(o, name, 1)
    except AttributeError as e:
        print(e)
print(A.__slots__, B.__slots__, "__slots__" in C.__dict__, type(A.a).__name__, repr(A.a))
del b.a
try:
    del b.a
except AttributeError as e:
    print(e)
class Mangled:
    __slots__ = ("__x", "_y", "__z__")
print(sorted(n for n in vars(Mangled) if "x" in n or "y" in n or "z" in n))
