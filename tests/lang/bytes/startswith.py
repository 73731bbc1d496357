# startswith of bytes and of bytearray: a prefix or one of a tuple.
values = [b"abcdef", b""]
for make in (bytes, bytearray):
    for args in [(b'abc',), (b'',), ((b'x', b'ab'),), ((),), (b'cd', 2), (b'cd', 2, 3), (b'', 7), (bytearray(b'a'),)]:
        print(*[make(v).startswith(*args) for v in values])
for args in [('a',), ([b'a'],), ((1,),), (('a',),), ()]:
    for make in (bytes, bytearray):
        try:
            print(make(values[0]).startswith(*args))
        except Exception as e:
            print(args, type(e).__name__, e)
