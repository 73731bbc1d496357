# split of bytes and of bytearray: at a separator or at white space.
values = [b"a b  c ", b"a,b,,c", b"", b"\x0ba\x85b\x1c"]
for make in (bytes, bytearray):
    for args in [(), (b',',), (None, 1), (b' ',), (b',', 1), (None, 0), (bytearray(b','),)]:
        print(*[make(v).split(*args) for v in values])
for args in [(b'',), (',',), (b',', '1'), (b',', 1, 2)]:
    for make in (bytes, bytearray):
        try:
            print(make(values[0]).split(*args))
        except Exception as e:
            print(args, type(e).__name__, e)
