# Subclasses of property: doc handling, copies made by getter() and setter() keep the class
class P(property):
    "class doc"
    extra = 1


class C:
    @P
    def x(self):
        "getter doc"
        return 1

    @x.setter
    def x(self, value):
        "setter doc"


print(type(C.x).__name__, C.x.__doc__, C.x.extra)
p = P(lambda self: 1, doc="given")
print(p.__doc__, p.getter(lambda self: 2).__doc__)
q = property(C.x.fget)
print(q.__doc__, q.setter(None).__doc__, q.getter(lambda s: 1).__doc__)
q.__doc__ = "changed"
print(q.__doc__)


class Q(property):
    __slots__ = ()


try:
    Q(C.x.fget)
    print("made")
except AttributeError as e:
    print(e)
print(property.__doc__ is not None, property(None).__doc__)
print(p.__isabstractmethod__, p.fset, p.fdel)
try:
    p.fget = 1
except AttributeError as e:
    print(e)
p.__name__ = "other"
print(p.__name__)
