# splitlines of bytes and of bytearray: only \n, \r and both.
values = [b"a\nb\r\nc\rd", b"a\x0bb\x85c", b"\n\n", b""]
for make in (bytes, bytearray):
    for args in [(), (True,), (0,)]:
        print(*[make(v).splitlines(*args) for v in values])
for args in [(1, 2)]:
    for make in (bytes, bytearray):
        try:
            print(make(values[0]).splitlines(*args))
        except Exception as e:
            print(args, type(e).__name__, e)
