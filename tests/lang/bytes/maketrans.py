# maketrans makes the table that translate wants.
table = bytes.maketrans(b"abc", b"xyz")
print(len(table), b"aabbcc d".translate(table), b"abc".translate(table, b"b"), bytearray.maketrans(b"a", bytearray(b"b"))[97], bytes.maketrans(b"", b"") == bytes(range(256)))
print(b"abc".translate(None, delete=b"b"), bytes.maketrans(b"aa", b"xy")[97])
for args in [(b"ab", b"a"), ("a", "b"), (b"a",), (b"a", 1), ()]:
    try:
        bytes.maketrans(*args)
    except Exception as e:
        print(type(e).__name__, e)
