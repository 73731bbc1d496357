# title of bytes and of bytearray: words of ASCII letters.
values = [b"hello world", b"it's", b"a1b \xe9x"]
for make in (bytes, bytearray):
    print(*[make(v).title() for v in values])
for args in [(1,)]:
    for make in (bytes, bytearray):
        try:
            print(make(values[0]).title(*args))
        except Exception as e:
            print(args, type(e).__name__, e)
