# str() of objects, and of bytes with an encoding.
class Own:
    def __str__(self):
        return "own"
class OnlyRepr:
    def __repr__(self):
        return "repr"
class Wrong:
    def __str__(self):
        return 5
class Sub(str):
    pass
print(repr(str()), str(5), str(Own()), str(OnlyRepr()), str(b"ab"), str(b"\xc3\xa9", "utf-8"), str(bytearray(b"x"), encoding="ascii"), str(b"\xff", errors="replace"), str(object=1.5), type(str(Sub("a"))).__name__, Sub(5), str(memoryview(b"m"), "ascii"))
for args in [(Wrong(),), ("a", "utf-8"), (5, "utf-8"), (b"\xff", "ascii"), (b"a", 1), (b"a", "utf-8", 1), (b"a", "bogus"), (b"", "bogus"), (1, 2, 3, 4), ("a", "b\0")]:
    try:
        print(repr(str(*args)))
    except Exception as e:
        print(type(e).__name__, e)
