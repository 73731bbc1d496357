# to_bytes and from_bytes, signed and not.
for n, size, order, signed in ((1, 2, 'big', False), (1, 2, 'little', False), (-1, 3, 'big', True), (-2**71, 9, 'big', True),
                               (2**72 - 1, 9, 'little', False), (255, 1, 'big', True), (256, 1, 'big', False), (-1, 1, 'big', False),
                               (0, 0, 'big', True), (128, 1, 'little', True), (-128, 1, 'little', True), (1, -1, 'big', False)):
    try:
        data = n.to_bytes(size, order, signed=signed)
        print(n, data, int.from_bytes(data, order, signed=signed) == n)
    except (OverflowError, ValueError) as error:
        print(n, type(error).__name__, error)
print((5).to_bytes(), int.from_bytes(b''), int.from_bytes([1, 2, 3]), int.from_bytes(memoryview(b'\x01\x00')))
for args in (('ab',), (5,), ([256],), (b'a', 'middle'), (b'a', 5)):
    try:
        int.from_bytes(*args)
    except (TypeError, ValueError) as error:
        print(args, type(error).__name__, error)
