# rsplit of bytes and of bytearray: the same from the right.
values = [b"a b  c ", b"a,b,,c", b""]
for make in (bytes, bytearray):
    for args in [(), (b',',), (None, 1), (b' ',), (b',', 1), (None, 0)]:
        print(*[make(v).rsplit(*args) for v in values])
for args in [(b'',), (',',), (b',', None)]:
    for make in (bytes, bytearray):
        try:
            print(make(values[0]).rsplit(*args))
        except Exception as e:
            print(args, type(e).__name__, e)
