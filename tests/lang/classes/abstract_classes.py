# Abstract methods: instantiation is refused, with the names sorted
from abc import ABC, ABCMeta, abstractmethod


class A(ABC):
    @abstractmethod
    def f(self):
        return "default"

    @property
    @abstractmethod
    def p(self):
        pass

    @classmethod
    @abstractmethod
    def c(cls):
        pass


class B(A):
    def f(self):
        return super().f()


class Full(B):
    p = 5
    c = None


for cls in (A, B, Full, type("Sub", (A,), {"c": 1, "f": 2})):
    try:
        o = cls()
        print(o.f(), o.p)
    except TypeError as e:
        print(e)
print(sorted(A.__abstractmethods__), B.__abstractmethods__ == {"p", "c"}, Full.__abstractmethods__)


class Plain:
    pass


try:
    Plain.__abstractmethods__
except AttributeError as e:
    print(e)
Plain.__abstractmethods__ = ["zz", "yy"]
try:
    Plain()
except TypeError as e:
    print(e)
Plain.__abstractmethods__ = []
print(type(Plain()).__name__)
del Plain.__abstractmethods__
for bad in (5, ):
    try:
        Plain.__abstractmethods__ = bad
        Plain()
        print("made")
    except TypeError as e:
        print(e)


class One(metaclass=ABCMeta):
    @abstractmethod
    def only(self):
        pass


try:
    One(1, 2, x=3)
except TypeError as e:
    print(e)
try:
    object.__new__(One)
except TypeError as e:
    print(e)


@One.register
class Registered:
    pass


print(isinstance(Registered(), One), issubclass(Registered, One), One not in Registered.__mro__)
