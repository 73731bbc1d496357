# __index__ where an integer is needed, and what it must return
import operator


class I:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


print([1, 2, 3][I(1)], "abc"[I(-1)], (1, 2)[I(0)], range(10)[I(3)], b"abc"[I(1)], [1, 2, 3, 4][I(1):I(3)])
print(bin(I(5)), hex(I(255)), oct(I(8)), chr(I(65)), int(I(7)), float(I(2)), complex(I(3)), [0] * I(2), "a" * I(3))
print(range(I(1), I(5), I(2)), operator.index(I(True)), bytes(I(2)), round(1.2345, I(2)), int("11", I(2)), 1 << 2)
print(list(range(5))[:I(2)], I(1) in [1], {1: 2}.get(I(1)))


class Sub(int):
    pass


for value in (1.5, "1", None, Sub(3), 1 << 70):
    for f in (lambda i: [0, 1, 2, 3][i], operator.index, hex, range, chr, lambda i: [0] * i):
        try:
            print(f(I(value)))
        except (TypeError, OverflowError, IndexError, ValueError, MemoryError) as e:
            print(type(e).__name__, e)
        except DeprecationWarning as e:
            print(e)
