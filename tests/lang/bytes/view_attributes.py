# What a memoryview tells about itself.
import array

for source in (b"abc", bytearray(b"ab"), array.array("i", [1, 2, 3]), array.array("d"), memoryview(b"abcd")[::2], memoryview(bytes(24)).cast("h", [3, 4])):
    view = memoryview(source)
    print(view.format, view.itemsize, view.ndim, view.shape, view.strides, view.suboffsets, view.nbytes, view.readonly, view.c_contiguous, view.f_contiguous, view.contiguous, len(view), type(view.obj).__name__)
for name in ("format", "shape", "obj", "nbytes"):
    try:
        setattr(memoryview(b""), name, 1)
    except AttributeError as e:
        print(e)
for value in ("text", 5, None, [1]):
    try:
        memoryview(value)
    except TypeError as e:
        print(e)
