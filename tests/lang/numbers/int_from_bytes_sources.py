# from_bytes takes bytes, buffers and iterables of small ints, and gives the class it is called on.
import array

class Number(int):
    pass
class Data:
    def __bytes__(self):
        return b"\x01\x00"
for source in (b"\x01\x00", bytearray(b"\xff"), memoryview(b"\x00\x10"), [1, 2], (255,), range(3), array.array("B", [1, 1]), Data(), b""):
    print(int.from_bytes(source), int.from_bytes(source, "little"), int.from_bytes(source, signed=True))
print(type(Number.from_bytes(b"\x05")).__name__, type(bool.from_bytes(b"\x05")), int.from_bytes(bytes=b"\x01", byteorder="big"))
for args in [("ab",), ([256],), ([-1],), (5,), (None,), ([1.5],), (b"", "middle"), (b"", 3), ()]:
    try:
        print(int.from_bytes(*args))
    except Exception as e:
        print(type(e).__name__, e)
