# rfind of bytes and of bytearray: the highest index, or -1.
values = [b"abcabc", b"", b"\x00\xff\x00"]
for make in (bytes, bytearray):
    for args in [(b'c',), (99, 0, 5), (b'',), (b'', 10), (0,), (b'z',)]:
        print(*[make(v).rfind(*args) for v in values])
for args in [('a',), (-1,), (), (b'a', [])]:
    for make in (bytes, bytearray):
        try:
            print(make(values[0]).rfind(*args))
        except Exception as e:
            print(args, type(e).__name__, e)
