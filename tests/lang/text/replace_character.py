# One character for another: all of them at once, a few, none; what is not ASCII, too.
for s in ("", "a", "b", "ab" * 20, "x" * 17, "é" * 18 + "a", "€a" * 9):
    print(s.replace("a", "b"), s.replace("a", "b", 3), s.replace("a", "é"), s.replace("é", "a"), s.replace("€", "c"))
s = "x" * 40
print(s.replace("y", "z") is s, ascii(("é" * 20).replace("é", "e")), ("é" * 20).replace("é", "e").isascii())
for b in (b"", b"a", b"ab" * 20, bytearray(b"ba" * 9)):
    print(b.replace(b"a", b"c"), b.replace(b"a", b"c", 2), b.replace(b"z", b"c"))
table = bytes(range(255, -1, -1))
print(bytes(range(0, 256, 17)).translate(table), b"abc".translate(None, b"b"), b"abcabc".translate(table, b"a"))
b = b"unchanged"
print(b.translate(bytes(range(256))) is b, b.translate(None) is b, b.translate(None, b"z") is b)
print(bytearray(b"abc").translate(table, b"c"), b"".translate(table), b"aaa".translate(None, b"a"))
