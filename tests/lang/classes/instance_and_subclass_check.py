# isinstance() and issubclass(): hooks of the metaclass, tuples, unions, __class__ that lies
class Meta(type):
    def __instancecheck__(cls, obj):
        print("instancecheck", cls.__name__, obj)
        return obj == 5

    def __subclasscheck__(cls, sub):
        print("subclasscheck", cls.__name__)
        return []


class C(metaclass=Meta):
    pass


c = C()
print(isinstance(5, C), isinstance(6, C), isinstance(c, C), issubclass(int, C), issubclass(C, C))
print(isinstance(1, (str, int)), isinstance(1, (str, (bytes, (int,)))), isinstance(1, ()), isinstance(1, int | str), isinstance(None, int | None))


class Lies:
    @property
    def __class__(self):
        return int


print(isinstance(Lies(), int), isinstance(Lies(), Lies), type(Lies()).__name__)


class Pretends:
    __bases__ = (int,)


class Odd:
    __bases__ = 5


print(issubclass(Pretends(), (Pretends(), int)) if False else "-")
for f in (lambda: isinstance(1, 5), lambda: isinstance(1, (int, 5)), lambda: isinstance("a", (int, 5)), lambda: issubclass(1, int),
          lambda: issubclass(int, 5), lambda: isinstance(1, list[int]), lambda: issubclass(int, list[int]), lambda: isinstance(1, int | list[int]),
          lambda: isinstance(1), lambda: issubclass(Odd(), int), lambda: isinstance(1, [int]), lambda: issubclass(int, (str, 3)),
          lambda: issubclass(Pretends(), int), lambda: isinstance(1, "int")):
    try:
        print(f())
    except TypeError as e:
        print(e)
deep = int
for _ in range(50):
    deep = (deep,)
print(isinstance(1, deep))
