# bytes() and bytearray() take sizes, iterables, buffers, texts with an encoding, and what has __bytes__.
class Own:
    def __bytes__(self):
        return b"own"
class Wrong:
    def __bytes__(self):
        return "text"
class Index:
    def __index__(self):
        return 3
for args in [(), (3,), ([1, 2, 255],), ((65,),), (range(3),), (b"ab",), (bytearray(b"cd"),), (memoryview(b"ef"),), ("é", "utf-8"), ("é", "latin-1", "strict"), (Index(),), ({7: 1},), (iter([9]),)]:
    print(bytes(*args), bytearray(*args))
print(bytes(Own()), bytes(source=b"x"), bytearray(source="a", encoding="ascii"))
for args in [(-1,), ([256],), ([-1],), (["a"],), ("a",), (1.5,), (None,), (b"a", "utf-8"), (b"a", None, "strict"), ("é", "ascii"), (1, 2), (Wrong(),), (2**70,), ([1], "utf-8"), ({"a"},)]:
    for make in (bytes, bytearray):
        try:
            print(make(*args))
        except Exception as e:
            print(make.__name__, args if not isinstance(args[0], Wrong) else "Wrong", type(e).__name__, e)
