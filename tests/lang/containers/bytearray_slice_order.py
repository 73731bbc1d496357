# a slice's bounds are looked at before what is assigned to it
for key in slice(None, (0.5,)), slice(0.5, None), slice(0, 1):
    for value in '', 5, [300], 1.5, [0.5], b'x', 'x':
        b = bytearray(b'abc')
        try: b[key] = value; print(b)
        except (TypeError, ValueError) as e: print(e)
