# strip of bytes and of bytearray: white space of ASCII, or a set of bytes.
values = [b"  a b \t\n", b"xyaxy", b"\x85\xa0"]
for make in (bytes, bytearray):
    for args in [(), (None,), (b'xy',), (b'',), (bytearray(b'\xa0\x85'),)]:
        print(*[make(v).strip(*args) for v in values])
for args in [('x',), (b'a', b'b'), (1,)]:
    for make in (bytes, bytearray):
        try:
            print(make(values[0]).strip(*args))
        except Exception as e:
            print(args, type(e).__name__, e)
