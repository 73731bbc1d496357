# Slots of classes follow the dict: inherited, overridden, deleted, added later, by multiple bases
class A:
    def __len__(self):
        return 1

    def __eq__(self, other):
        return "A.eq"

    __hash__ = None


class B(A):
    pass


class C:
    def __len__(self):
        return 2

    def __repr__(self):
        return "C.repr"


class D(B, C):
    pass


d = D()
print(len(d), repr(d), d == 1)
B.__len__ = lambda self: 10
print(len(d))
D.__len__ = lambda self: 20
print(len(d), len(B()))
del D.__len__
print(len(d))
del B.__len__, A.__len__
print(len(d))
del C.__len__
try:
    len(d)
except TypeError as e:
    print(e)
A.__len__ = C.__len__ = None
try:
    len(d)
except TypeError as e:
    print(e)
del A.__eq__
print((d == 1), D.__hash__)
del A.__hash__
print(hash(d) == object.__hash__(d))


class L(list):
    def __getitem__(self, i):
        return "mine", i

    def __iter__(self):
        return iter("it")

    def __contains__(self, x):
        return "yes"


l = L([1, 2])
print(l[0], list(l), 5 in l, len(l), [*l], l == [1, 2], sorted(l), "".join(l))
del L.__getitem__, L.__iter__
print(l[0], list(l))


class I(int):
    def __add__(self, other):
        return "I.add"

    __radd__ = __add__

    def __bool__(self):
        return False


print(I(1) + 1, 1 + I(1), sum([I(1)], 5), bool(I(5)), I(3) * 2, -I(3), type(-I(3)).__name__)
