# C.__bases__ = ...: the MRO of the class and of all its subclasses follows
class A:
    def who(self):
        return "A"


class B:
    def who(self):
        return "B"


class C(A):
    pass


class D(C):
    pass


d = D()
print(d.who(), A.__subclasses__(), B.__subclasses__())
C.__bases__ = (B,)
print(d.who(), [c.__name__ for c in D.__mro__], len(A.__subclasses__()), B.__subclasses__() == [C], C.__base__ is B)
C.__bases__ = (A, B)
print(d.who(), issubclass(D, B))


class E(D):
    pass


for cls, bases in ((C, (E,)), (C, (C,)), (C, ()), (C, 5), (C, (5,)), (C, (A, A)), (C, (int,)), (C, (object,)), (int, (A,)),
                   (C, [A]), (C, (bool,)), (object, (A,)), (D, (A, C))):
    try:
        cls.__bases__ = bases
        print("ok", [c.__name__ for c in cls.__mro__])
    except TypeError as e:
        print(e)
try:
    del C.__bases__
except TypeError as e:
    print(e)


class Root:
    pass


try:
    Root.__bases__ = (A,)
    print(Root().who())
except TypeError as e:
    print(e)
