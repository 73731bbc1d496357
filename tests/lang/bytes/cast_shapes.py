# what memoryview.cast says of shapes that cannot be
m = memoryview(bytearray(8))
for shape in [3, -2**65], [2**65], [-1], [0], [2**63], [2, 2**62], [2.5], [2, 3], [2, 4], 5:
    try: print(m.cast('B', shape).shape)
    except (TypeError, ValueError, OverflowError) as e: print(type(e).__name__, e)
