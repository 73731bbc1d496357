# A class whose __new__ is gone: object's makes the instances, and takes no arguments, in words of its own.
def t(f):
    try:
        print(f())
    except TypeError as e:
        print(e)


class A:
    def __new__(cls, *args):
        return object.__new__(cls)


class B(A):
    pass


class Plain:
    pass


class Meta(type):
    def mro(cls):
        return [cls, object]


del A.__new__
t(lambda: A(1))
t(lambda: type(A()))
t(lambda: B(1))
t(lambda: object.__new__(B, 1))
t(lambda: Plain(1))
A.__new__ = lambda cls, *args: 'made'
t(lambda: B(1))


class C(A):
    pass


C.__bases__ = Plain,
t(lambda: C(1))
t(lambda: type(C()))


class D(list, metaclass=Meta):
    pass


t(lambda: type(D([1])))


class N(int):
    def __new__(cls, *args):
        return 'made'


t(lambda: N(3))
del N.__new__
t(lambda: N(3) + 1)
t(lambda: N([]))
