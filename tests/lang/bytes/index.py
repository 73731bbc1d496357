# index and rindex raise ValueError when nothing is found.
for make in (bytes, bytearray):
    value = make(b"abcabc\xff")
    print(value.index(b"b"), value.rindex(b"b"), value.index(255), value.rindex(97), value.index(b"", 3), value.rindex(b""), value.index(b"c", -5, -1))
    for args in [(b"z",), (b"a", 4), (0,), ("a",), (256,), ()]:
        for name in ("index", "rindex"):
            try:
                print(getattr(value, name)(*args))
            except Exception as e:
                print(name, args, type(e).__name__, e)
