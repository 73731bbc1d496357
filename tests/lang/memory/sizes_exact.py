# The sizes that the page speaks of, to the byte: slots, instances, generators, lists.
import sys


class Point:
    def __init__(self):
        self.x, self.y = 1, 2


class Slotted:
    __slots__ = ("x", "y")


point = Point()
print(sys.getsizeof(Slotted()), sys.getsizeof(point), sys.getsizeof(point) + sys.getsizeof(point.__dict__))
print(sys.getsizeof(1), sys.getsizeof(1.5), sys.getsizeof(""), sys.getsizeof("a"), sys.getsizeof(None), sys.getsizeof(object()))
print(sys.getsizeof([]), sys.getsizeof([1]), sys.getsizeof(()), sys.getsizeof((1,)), sys.getsizeof({}), sys.getsizeof(set()))
print(sys.getsizeof([0] * 1000), sys.getsizeof(b""), sys.getsizeof(bytearray()), sys.getsizeof(range(5)))
