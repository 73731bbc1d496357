# The order that tobytes takes: one letter, no NUL, nothing that cannot be encoded.
view = memoryview(b'abcdef').cast('B', (2, 3))
for order in None, 'C', 'F', 'A', 'c', '', 'CC', 'C\0', '\0', '\ud800', 3, b'C':
    try:
        print(view.tobytes(order))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
