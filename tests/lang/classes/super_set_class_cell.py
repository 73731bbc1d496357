# __class__ in a class body: the cell is filled by type.__new__, and must be passed on
class Meta(type):
    def __new__(mcls, name, bases, ns):
        cell = ns.pop("__classcell__", None)
        print(name, cell is not None)
        return super().__new__(mcls, name, bases, ns)


class WithoutUse(metaclass=Meta):
    pass


try:
    class Uses(metaclass=Meta):
        def m(self):
            return __class__
except RuntimeError as e:
    print(e)


class Other(type):
    def __new__(mcls, name, bases, ns):
        return type.__new__(mcls, name, bases, dict(ns, __classcell__=5))


try:
    class Bad(metaclass=Other):
        pass
except TypeError as e:
    print(e)


class C:
    def m(self):
        return __class__.__name__, __class__ is type(self)


class D(C):
    pass


print(C().m(), D().m())


class Empty(type):
    def __new__(mcls, name, bases, ns):
        type.__new__(mcls, name, bases, ns)
        return type.__new__(mcls, name + "2", bases, ns)


try:
    class Twice(metaclass=Empty):
        def m(self):
            return __class__
    print(Twice().m().__name__)
except TypeError as e:
    print(e)
