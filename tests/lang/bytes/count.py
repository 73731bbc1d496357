# count of bytes and of bytearray: bytes or one of them as an int.
values = [b"abababa", b""]
for make in (bytes, bytearray):
    for args in [(b'aba',), (b'',), (97, 2), (b'a', 1, -1), (bytearray(b'b'),), (b'', 5, 3), (b'', 100), (memoryview(b'ba'),)]:
        print(*[make(v).count(*args) for v in values])
for args in [('a',), (256,), (-1,), (), (b'a', 'b'), (1.5,)]:
    for make in (bytes, bytearray):
        try:
            print(make(values[0]).count(*args))
        except Exception as e:
            print(args, type(e).__name__, e)
