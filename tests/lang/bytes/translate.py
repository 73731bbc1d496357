# translate of bytes and of bytearray: by a table of 256, and bytes to delete.
values = [b"abcabc", b""]
for make in (bytes, bytearray):
    for args in [(None,), (None, b'a'), (bytes(range(256)),), (bytes(255 - i for i in range(256)), b'c')]:
        print(*[make(v).translate(*args) for v in values])
for args in [(b'ab',), ('a',), (), (None, 'a'), (5,)]:
    for make in (bytes, bytearray):
        try:
            print(make(values[0]).translate(*args))
        except Exception as e:
            print(args, type(e).__name__, e)
