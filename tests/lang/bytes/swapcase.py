# swapcase of bytes and of bytearray: aSCII only.
values = [b"Hello", b"\xc9\xe9"]
for make in (bytes, bytearray):
    print(*[make(v).swapcase() for v in values])
for args in [(1,)]:
    for make in (bytes, bytearray):
        try:
            print(make(values[0]).swapcase(*args))
        except Exception as e:
            print(args, type(e).__name__, e)
