# replace of bytes and of bytearray: all, or the first few.
values = [b"abcabc", b""]
for make in (bytes, bytearray):
    for args in [(b'b', b'X'), (b'b', b''), (b'', b'-'), (b'', b'-', 2), (b'abc', b'\xff\x00', 1), (b'z', b'y'), (b'b', b'bb', 0), (bytearray(b'b'), memoryview(b'**'))]:
        print(*[make(v).replace(*args) for v in values])
for args in [(b'a',), ('a', b'b'), (b'a', 'b'), (b'a', b'b', 1.0), ()]:
    for make in (bytes, bytearray):
        try:
            print(make(values[0]).replace(*args))
        except Exception as e:
            print(args, type(e).__name__, e)
