# Rich comparison: reflection, subclass priority, NotImplemented, identity as the last resort
class A:
    def __init__(self, name):
        self.name = name

    def __lt__(self, other):
        print("lt", self.name)
        return NotImplemented

    def __gt__(self, other):
        print("gt", self.name)
        return "greater"

    def __eq__(self, other):
        print("eq", self.name)
        return NotImplemented


class B(A):
    def __gt__(self, other):
        print("B.gt", self.name)
        return "B greater"

    def __ne__(self, other):
        print("ne", self.name)
        return "unequal"


a, b = A("a"), B("b")
print(a < b, a > b, b < a)
print(a == b, a != b, a == a, b != a, a != a)
for f in (lambda: a <= b, lambda: a >= 1, lambda: 1 <= a, lambda: object() < object(), lambda: None < 1):
    try:
        print(f())
    except TypeError as e:
        print(e)


class OnlyEq:
    def __eq__(self, other):
        return "equal"


o = OnlyEq()
print(o == 1, o != 1, 1 == o, 1 != o)


class NoBool:
    def __eq__(self, other):
        return self

    def __bool__(self):
        raise ValueError("no truth")


n = NoBool()
print((n == 1) is n, n in [n], [n] == [n])
try:
    n != 1
except ValueError as e:
    print(e)
try:
    [n] == [1]
except ValueError as e:
    print(e)
