# isinstance and issubclass with tuples, unions and hooks.
def t(*actions):
    for f in actions:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)

class A: pass
class B(A): pass
class Any(type):
    def __instancecheck__(cls, o): return o == 5
    def __subclasscheck__(cls, c): return c is int
class X(metaclass=Any): pass
t(lambda: isinstance(B(), A), lambda: isinstance(1, (str, (list, int))), lambda: isinstance(1, int | str), lambda: isinstance(None, int | None), lambda: isinstance(1, None), lambda: isinstance(1, 5), lambda: isinstance(1, (str, 5)), lambda: isinstance(1, (int, 5)), lambda: isinstance(1, list[int]), lambda: isinstance(1, int | list[int]), lambda: isinstance([], int | list[int]), lambda: isinstance(5, X), lambda: isinstance(6, X), lambda: isinstance(X(), X), lambda: isinstance(1), lambda: isinstance(1, ()))
t(lambda: issubclass(B, A), lambda: issubclass(bool, (str, int)), lambda: issubclass(int, int | str), lambda: issubclass(1, int), lambda: issubclass(int, 1), lambda: issubclass(int, X), lambda: issubclass(str, X), lambda: issubclass(list[int], list), lambda: issubclass(int, (str, None)), lambda: issubclass(bool, int | None))
class P:
    __class__ = A
print(isinstance(P(), A), isinstance(P(), P), type(P()) is P)
class Q:
    __bases__ = (A,)
t(lambda: issubclass(Q(), A), lambda: isinstance(Q(), Q()))
