# The metaclass of a class is the most derived of those of its bases, and there must be one
class M1(type):
    pass


class M2(type):
    pass


class M3(M1, M2):
    pass


class A(metaclass=M1):
    pass


class B(metaclass=M2):
    pass


try:
    class C(A, B):
        pass
except TypeError as e:
    print(e)


class C(A, B, metaclass=M3):
    pass


class D(C, A):
    pass


print(type(C).__name__, type(D).__name__)
try:
    class E(C, metaclass=M1):
        pass
    print(type(E).__name__)
except TypeError as e:
    print(e)
try:
    type("F", (A, B), {})
except TypeError as e:
    print(e)
print(type(type("G", (C,), {})).__name__, type(M1("H", (C,), {})).__name__)
try:
    class I(A, metaclass=5):
        pass
except TypeError as e:
    print(e)
try:
    class J(metaclass=int):
        pass
except TypeError as e:
    print(e)
