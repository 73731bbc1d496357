# expandtabs of bytes and of bytearray: columns start anew behind line ends.
values = [b"a\tb\tc", b"ab\n\tc", b"\xe9\t\r\tx"]
for make in (bytes, bytearray):
    for args in [(), (4,), (1,), (0,), (-2,)]:
        print(*[make(v).expandtabs(*args) for v in values])
for args in [('4',), (1, 2)]:
    for make in (bytes, bytearray):
        try:
            print(make(values[0]).expandtabs(*args))
        except Exception as e:
            print(args, type(e).__name__, e)
