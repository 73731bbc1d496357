# Method resolution order: C3, conflicts, mro() of a metaclass.
class A: pass
class B(A): pass
class C(A): pass
class D(B, C): pass
class E(C, B): pass
names = lambda t: [c.__name__ for c in t.__mro__]
print(names(D), names(E))

def make(*bases):
    try:
        print(names(type('X', bases, {})))
    except TypeError as e:
        print(e)

make(D, E)
make(A, B)
make(A, A)
make(int, str)
make(bool)
make(B, C)
make(list, A)
make(A, dict)
make(1)

class Meta(type):
    def mro(cls):
        return [cls] + [c for c in super().mro() if c is not cls][::-1]
class F(B, metaclass=Meta): pass
print(names(F))

class Wrong(type):
    result = None
    def mro(cls): return cls.result
for result in (1, [1], [int]):
    Wrong.result = result
    try:
        class G(metaclass=Wrong): pass
        print(names(G))
    except TypeError as e:
        print(e)
