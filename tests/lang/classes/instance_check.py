# isinstance and issubclass with hooks, tuples, unions and __class__.
class A: pass
class B(A): pass
print(isinstance(B(), A), isinstance(A(), B), issubclass(B, (int, A)), isinstance(1, int | str), issubclass(bool, int | str))
class Meta(type):
    def __instancecheck__(cls, o): return o == 5
    def __subclasscheck__(cls, c): return c is int
class M(metaclass=Meta): pass
print(isinstance(5, M), isinstance(6, M), issubclass(int, M), issubclass(str, M), isinstance(M.__new__(M), M))
class Proxy:
    @property
    def __class__(self): return A
print(isinstance(Proxy(), A), isinstance(Proxy(), Proxy), type(Proxy()) is Proxy)
for f in (lambda: isinstance(1, 1), lambda: issubclass(1, int), lambda: issubclass(int, 1), lambda: isinstance(1, (1, int)),
          lambda: isinstance(1, (int, 1)), lambda: isinstance(1, list[int]), lambda: issubclass(int, list[int])):
    try:
        print(f())
    except TypeError as e:
        print(e)
print(type.__instancecheck__(A, B()), A.__subclasscheck__(B), A.__subclasses__(), B.mro())
print(int | str, A | None, type(int | str).__name__, (int | str).__args__)
