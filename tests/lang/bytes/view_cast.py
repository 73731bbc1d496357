# cast gives other formats and shapes, between bytes and anything, one dimension and many.
data = bytes(range(24))
for format in "bBhHiIlLqQnNfdec?P":
    view = memoryview(data).cast(format)
    print(format, view.itemsize, view.shape, view.tolist()[:2] if format not in "fdeP?" else len(view.tolist()))
view = memoryview(data).cast("B", [2, 3, 4])
print(view.tolist(), view[1, 2, 3], view.strides, view.cast("b").shape, memoryview(data).cast("@h", (3, 4))[2, 1], memoryview(b"\x05").cast("B", []).tolist() if False else memoryview(b"\x05").cast("B", ())[()])
for args in [("z",), ("<i",), ("ii",), (5,), ("B", [5]), ("B", [0]), ("B", [-1]), ("B", ["a"]), ("B", "ab"), ("B", [2, 12, 1, 1] + [1] * 70), ("i", [7]), ()]:
    try:
        print(memoryview(data).cast(*args))
    except Exception as e:
        print(args if len(str(args)) < 40 else "many", type(e).__name__, e)
for view in (memoryview(bytes(5)), memoryview(data)[::2], memoryview(data).cast("h")):
    for format in ("i", "h"):
        try:
            print(view.cast(format).shape)
        except TypeError as e:
            print(e)
