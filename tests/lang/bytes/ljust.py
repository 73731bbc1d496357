# ljust of bytes and of bytearray: padding on the right.
values = [b"ab", b""]
for make in (bytes, bytearray):
    for args in [(5,), (4, b'-'), (0,)]:
        print(*[make(v).ljust(*args) for v in values])
for args in [(5, b'xx'), (None,), (1, b'x', 3)]:
    for make in (bytes, bytearray):
        try:
            print(make(values[0]).ljust(*args))
        except Exception as e:
            print(args, type(e).__name__, e)
