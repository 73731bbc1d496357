# Binary operators: the right operand's reflected method goes first when its class is a subclass that overrides it
class A:
    def __add__(self, other):
        return "A.add"

    def __radd__(self, other):
        return "A.radd"

    def __sub__(self, other):
        return NotImplemented

    def __rsub__(self, other):
        return "A.rsub"


class B(A):
    def __radd__(self, other):
        return "B.radd"


class C(A):
    pass


class D:
    def __radd__(self, other):
        return "D.radd"

    def __rsub__(self, other):
        return NotImplemented


a, b, c, d = A(), B(), C(), D()
print(a + b, b + a, a + c, c + a, a + d, d + a, 1 + a, 1 + d)
print(a - c, c - a, 1 - a)
for f in (lambda: a - a, lambda: a - d, lambda: d - d, lambda: d - 1, lambda: d + 1, lambda: a - 1):
    try:
        print(f())
    except TypeError as e:
        print(e)


class Int(int):
    def __radd__(self, other):
        return "Int.radd"

    def __rmul__(self, other):
        return NotImplemented


print(1 + Int(2), Int(2) + 1, 2 * Int(3), 1.5 + Int(2), [1] * Int(2))
