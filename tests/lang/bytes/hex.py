# hex of bytes and of bytearray: digits, with separators counted from the right or the left.
values = [b"", b"\x01\xab\xff", bytes(range(7))]
for make in (bytes, bytearray):
    for args in [(), (':',), (b'-', 2), ('_', -2), ('.', 0), (':', 100), (':', -100)]:
        print(*[make(v).hex(*args) for v in values])
for args in [('::',), ('',), ('é',), (5,), (':', '2'), (':', 1099511627776), (b'\xff',)]:
    for make in (bytes, bytearray):
        try:
            print(make(values[0]).hex(*args))
        except Exception as e:
            print(args, type(e).__name__, e)
