# The method resolution order: C3, and what it says when there is none
def names(cls):
    return "".join(c.__name__ + " " for c in cls.__mro__)


class O: pass
class A(O): pass
class B(O): pass
class C(O): pass
class D(O): pass
class E(O): pass
class K1(A, B, C): pass
class K2(D, B, E): pass
class K3(D, A): pass
class Z(K1, K2, K3): pass


print(names(Z))
class X(A, B): pass
class Y(B, A): pass
for bases in ((X, Y), (O, A), (A, A), (object, A), (A, object, B)):
    try:
        print(names(type("T", bases, {})))
    except TypeError as e:
        print(e)


class Meta(type):
    def mro(cls):
        return [cls, object] if cls.__name__ == "Short" else super().mro()


class Parent(metaclass=Meta):
    x = 1


class Short(Parent):
    pass


print(names(Short), hasattr(Short, "x"), issubclass(Short, Parent), Short.__bases__ == (Parent,))
for result in (5, [], [object], [5], ["x", object], [str, object]):
    class M(type):
        def mro(cls):
            return result
    try:
        print(names(M("T", (), {})))
    except TypeError as e:
        print(e)
