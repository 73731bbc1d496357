# lstrip and rstrip of bytes and of bytearray.
for make in (bytes, bytearray):
    for value in (b" \t a b \r\n", b"xyaxy", b"", b"\x00a\x00"):
        value = make(value)
        print(value.lstrip(), value.rstrip(), value.lstrip(b"yx"), value.rstrip(bytearray(b"xy")), value.lstrip(None), value.rstrip(b"\0"))
    for args in [("x",), (1,), (b"a", b"b")]:
        for name in ("lstrip", "rstrip"):
            try:
                getattr(make(b"a"), name)(*args)
            except TypeError as e:
                print(name, e)
