# removeprefix of bytes and of bytearray: once, at the start.
values = [b"abab", b""]
for make in (bytes, bytearray):
    for args in [(b'ab',), (b'b',), (b'',), (bytearray(b'a'),)]:
        print(*[make(v).removeprefix(*args) for v in values])
for args in [('a',), (), (1,)]:
    for make in (bytes, bytearray):
        try:
            print(make(values[0]).removeprefix(*args))
        except Exception as e:
            print(args, type(e).__name__, e)
