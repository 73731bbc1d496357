# find of bytes and of bytearray: the lowest index, or -1.
values = [b"abcabc", b"", b"\x00\xff\x00"]
for make in (bytes, bytearray):
    for args in [(b'c',), (99, 3), (b'bc', -2), (b'',), (b'', 10), (b'', 3, 1), (0, 1), (255,), (b'z',)]:
        print(*[make(v).find(*args) for v in values])
for args in [('a',), (256,), (), (b'a', 1.5), (None,)]:
    for make in (bytes, bytearray):
        try:
            print(make(values[0]).find(*args))
        except Exception as e:
            print(args, type(e).__name__, e)
