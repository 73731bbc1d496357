# endswith of bytes and of bytearray: a suffix or one of a tuple.
values = [b"abcdef", b""]
for make in (bytes, bytearray):
    for args in [(b'def',), (b'',), ((b'x', b'ef'),), ((),), (b'cd', 0, 4), (b'', 7), (memoryview(b'f'),)]:
        print(*[make(v).endswith(*args) for v in values])
for args in [('f',), ({b'a'},), ((None,),), ()]:
    for make in (bytes, bytearray):
        try:
            print(make(values[0]).endswith(*args))
        except Exception as e:
            print(args, type(e).__name__, e)
