# What a class body puts into its namespace besides the names that it binds
class Meta(type):
    def __new__(mcls, name, bases, ns, **kw):
        print(name, list(ns))
        return super().__new__(mcls, name, bases, ns)


class A(metaclass=Meta):
    x = 1


class Annotated(metaclass=Meta):
    "doc"
    x: int = 1


class Method(metaclass=Meta):
    def f(self):
        self.b = self.a = 1


class Cell(metaclass=Meta):
    def f(self):
        return __class__


class Lambda(metaclass=Meta):
    f = lambda self: 0


class Nested(metaclass=Meta):
    class Inner:
        def f(self):
            pass


class Generic[T](metaclass=Meta):
    pass


class Alias(metaclass=Meta):
    type X = int


class Never(metaclass=Meta):
    if 0:
        async def f():
            pass


print(sorted(Method.__static_attributes__), Method.__firstlineno__, sorted(vars(Cell)))
