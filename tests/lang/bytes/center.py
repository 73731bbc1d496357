# center of bytes and of bytearray: padding on both sides.
values = [b"ab", b"abc", b""]
for make in (bytes, bytearray):
    for args in [(5,), (6, b'*'), (1,), (-3,), (4, bytearray(b'-'))]:
        print(*[make(v).center(*args) for v in values])
for args in [(5, b''), (5, b'ab'), ('5',), (5, 'x'), (5, 1), ()]:
    for make in (bytes, bytearray):
        try:
            print(make(values[0]).center(*args))
        except Exception as e:
            print(args, type(e).__name__, e)
