# removesuffix of bytes and of bytearray: once, at the end.
values = [b"abab", b""]
for make in (bytes, bytearray):
    for args in [(b'ab',), (b'a',), (b'',), (memoryview(b'b'),)]:
        print(*[make(v).removesuffix(*args) for v in values])
for args in [('a',), (), (1,)]:
    for make in (bytes, bytearray):
        try:
            print(make(values[0]).removesuffix(*args))
        except Exception as e:
            print(args, type(e).__name__, e)
