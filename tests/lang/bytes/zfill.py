# zfill of bytes and of bytearray: zeros behind the sign.
values = [b"42", b"-42", b"+7", b"", b"--1"]
for make in (bytes, bytearray):
    for args in [(5,), (2,), (0,), (-1,)]:
        print(*[make(v).zfill(*args) for v in values])
for args in [('5',), (), (1.5,)]:
    for make in (bytes, bytearray):
        try:
            print(make(values[0]).zfill(*args))
        except Exception as e:
            print(args, type(e).__name__, e)
