# rpartition of bytes and of bytearray: around the last separator.
values = [b"a=b=c", b""]
for make in (bytes, bytearray):
    for args in [(b'=',), (b'x',), (b'=c',)]:
        print(*[make(v).rpartition(*args) for v in values])
for args in [(b'',), ('=',), ()]:
    for make in (bytes, bytearray):
        try:
            print(make(values[0]).rpartition(*args))
        except Exception as e:
            print(args, type(e).__name__, e)
