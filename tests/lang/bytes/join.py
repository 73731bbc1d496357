# join of bytes and of bytearray: bytes and buffers of any iterable.
values = [b",", b""]
for make in (bytes, bytearray):
    for args in [([b'a', b'b', b'c'],), ((),), ([b'x'],), ([bytearray(b'x'), bytearray(b'y')],), ({b'k': 1},)]:
        print(*[make(v).join(*args) for v in values])
for args in [([b'a', 'b'],), ('abc',), (b'ab',), (5,), (), ([b'a', None],)]:
    for make in (bytes, bytearray):
        try:
            print(make(values[0]).join(*args))
        except Exception as e:
            print(args, type(e).__name__, e)
