# rjust of bytes and of bytearray: padding on the left.
values = [b"ab", b""]
for make in (bytes, bytearray):
    for args in [(5,), (4, b'-'), (0,)]:
        print(*[make(v).rjust(*args) for v in values])
for args in [(5, 'x'), (2.5,), ()]:
    for make in (bytes, bytearray):
        try:
            print(make(values[0]).rjust(*args))
        except Exception as e:
            print(args, type(e).__name__, e)
