# short reprs, and reprs of what contains itself
import reprlib
from collections import deque

print(reprlib.repr(list(range(10))), reprlib.repr("x" * 100), reprlib.repr({i: i for i in range(9)}))
print(reprlib.repr((1,)), reprlib.repr(set(range(9))), reprlib.repr(10 ** 60), reprlib.repr(deque(range(8))))
print(reprlib.repr([[[[[[[[1]]]]]]]]), reprlib.repr(frozenset()), reprlib.repr(range(5)))
print(reprlib.Repr(maxlist=2, fillvalue="--").repr([1, 2, 3]))
print(reprlib.Repr(indent=2).repr([1, [2, {"a": 3}], ()]))
print(reprlib.Repr(indent="->").repr([1, [2]]))


class L(list):
    @reprlib.recursive_repr("<...>")
    def __repr__(self):
        return "L" + super().__repr__()


x = L([1])
x.append(x)
print(x)
try:
    reprlib.Repr(indent=-1).repr([1])
except ValueError as e:
    print(e)
