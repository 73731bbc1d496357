# Memoryviews compare by their items, whatever the formats; order is not defined.
import array

bytes_view = memoryview(b"\x01\x02\x03")
print(bytes_view == b"\x01\x02\x03", bytes_view == bytearray(b"\x01\x02\x03"), bytes_view == memoryview(array.array("i", [1, 2, 3])), bytes_view == array.array("d", [1, 2, 3]), bytes_view == [1, 2, 3], bytes_view != b"\x01", bytes_view == "abc")
nan = memoryview(array.array("d", [float("nan")]))
zeros = memoryview(array.array("d", [0.0])), memoryview(array.array("d", [-0.0]))
print(nan == nan, zeros[0] == zeros[1], bytes_view[::-1] == b"\x03\x02\x01", memoryview(b"abcd").cast("B", [2, 2]) == memoryview(b"abcd"), memoryview(b"") == b"")
print(hash(memoryview(b"abc")) == hash(b"abc"), hash(memoryview(b"abc")[::-1]) == hash(b"cba"))
for view in (memoryview(bytearray(b"a")), memoryview(b"abcd").cast("i")):
    try:
        hash(view)
    except ValueError as e:
        print(e)
for call in (lambda: bytes_view < b"a", lambda: bytes_view >= bytes_view, lambda: bytes_view + b"a"):
    try:
        call()
    except TypeError as e:
        print(e)
