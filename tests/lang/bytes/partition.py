# partition of bytes and of bytearray: around the first separator.
values = [b"a=b=c", b""]
for make in (bytes, bytearray):
    for args in [(b'=',), (b'x',), (b'a=b=c',), (bytearray(b'='),)]:
        print(*[make(v).partition(*args) for v in values])
for args in [(b'',), ('=',), (), (1,)]:
    for make in (bytes, bytearray):
        try:
            print(make(values[0]).partition(*args))
        except Exception as e:
            print(args, type(e).__name__, e)
