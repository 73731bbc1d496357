# capitalize of bytes and of bytearray: aSCII only.
values = [b"", b"hello World", b"\xe9ABC"]
for make in (bytes, bytearray):
    print(*[make(v).capitalize() for v in values])
for args in [(1,)]:
    for make in (bytes, bytearray):
        try:
            print(make(values[0]).capitalize(*args))
        except Exception as e:
            print(args, type(e).__name__, e)
