# __hash__: lost with __eq__, explicit None, restored, wrong results, equal numbers
class Eq:
    def __eq__(self, other):
        return True


class Restored(Eq):
    __hash__ = object.__hash__


class Explicit:
    __hash__ = None


class Inherits(Eq):
    pass


class Fixed:
    def __hash__(self):
        return 1 << 70


class Minus:
    def __hash__(self):
        return -1


class Wrong:
    def __hash__(self):
        return 1.5


class Sub(int):
    def __hash__(self):
        return Sub(5)


print(Eq.__hash__, Inherits.__hash__, "__hash__" in vars(Eq), "__hash__" in vars(Inherits))
print(hash(Restored()) is not None, hash(Fixed()) == hash(1 << 70), hash(Minus()), hash(Sub(1)), type(hash(Sub(1))))
for o in (Eq(), Explicit(), Inherits(), Wrong(), [], {}, set(), bytearray(), slice(1, [])):
    try:
        print(hash(o))
    except TypeError as e:
        print(e)
print(hash(1) == hash(1.0) == hash(True) == hash(1 + 0j), hash(2.5) == hash(2.5 + 0j), hash(-1), hash(-1.0))
from collections.abc import Hashable
print([isinstance(o, Hashable) for o in (Eq(), Restored(), Explicit(), Inherits(), 1, [])])


class Later:
    pass


Later.__eq__ = lambda self, other: True
print(Later.__hash__ is object.__hash__)
del Eq.__hash__
print(hash(Eq()) is not None)
