# An mro() that leaves out the type that decides the layout: instances are still made by that type.
class Meta(type):
    def mro(cls):
        return [cls, object]


for base in dict, list, int, str, bytearray, Exception, set:
    C = Meta('C', (base,), {})
    o = C()
    print(C.__mro__[1:], C.__base__ is base, type(o) is C, isinstance(o, base), repr(o)[:12])
    for make in lambda: object.__new__(C), lambda: C.__new__(C), lambda: base.__new__(C), lambda: len(o):
        try:
            make()
        except TypeError as e:
            print(e)


class Equal(type):
    def __eq__(cls, other):
        return True


class A:
    pass


class B(A, metaclass=Equal):
    pass


try:
    type('N', (A, B), {})
except TypeError as e:
    print(e)
