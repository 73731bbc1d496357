# to_bytes: lengths, byte orders, signs, and what does not fit.
for n, length, order, signed in [(0, 0, "big", False), (0, 2, "little", True), (255, 1, "big", False), (-1, 1, "big", True), (-128, 1, "little", True),
                                 (256, 2, "big", False), (256, 2, "little", False), (-256, 3, "big", True), (2**64, 9, "big", False), (-(2**70), 10, "little", True)]:
    data = n.to_bytes(length, order, signed=signed)
    print(n, data, int.from_bytes(data, order, signed=signed) == n)
print((5).to_bytes(), (5).to_bytes(2), (5).to_bytes(length=3, byteorder="little"), True.to_bytes())
for call in [lambda: (256).to_bytes(1), lambda: (-1).to_bytes(2), lambda: (128).to_bytes(1, signed=True), lambda: (-129).to_bytes(1, signed=True),
             lambda: (1).to_bytes(-1), lambda: (1).to_bytes(0), lambda: (1).to_bytes(2, "middle"), lambda: (1).to_bytes("2"), lambda: (1).to_bytes(2, 5), lambda: (2**100).to_bytes(8)]:
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
