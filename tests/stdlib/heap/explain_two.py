# explain of two: one object or two, and why.
import heap


def last(a, b):
    print(heap.explain(a, b).split("\n")[-1])


a = [1, 2]
last(256, 256)
last(257, int("257"))
last(a, a)
last(a, [1, 2])
last(a, [3])
last("name", "name")
last("".join(["na", "me"]), "name")
last("".join(["a", " b"]), "".join(["a", " b"]))
last(None, None)
last(1, "1")
last((), ())
last("x", "x")
last(b"a", b"a")
last(1.5, float("1.5"))
try:
    heap.explain()
except TypeError as error:
    print("TypeError")
