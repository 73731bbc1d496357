# Every code of struct: its size, and values that survive.
import struct

for code, values in [("b", (-128, 127)), ("B", (0, 255)), ("h", (-2**15, 2**15 - 1)), ("H", (0, 65535)), ("i", (-2**31, 5)), ("I", (2**32 - 1,)), ("l", (-1,)), ("L", (1,)), ("q", (-2**63, 2**63 - 1)), ("Q", (2**64 - 1,)), ("n", (-5,)), ("N", (5,)), ("P", (16,)), ("?", (True, False)),
                     ("c", (b"x",)), ("e", (0.0, -0.0, 1.5, 65504.0, 5.960464477539063e-08)), ("f", (0.5, -1e30)), ("d", (0.1,)), ("5s", (b"ab", b"abcdefg")), ("5p", (b"ab", b"abcdefg")), ("F", (1 + 2j,)), ("D", (0.1 - 1j,))]:
    for value in values:
        print(code, struct.calcsize(code), struct.pack(code, value), struct.unpack(code, struct.pack(code, value)))
for order in "<>=!":
    print(order, struct.pack(order + "hIqd", 1, 2, 3, 1.5).hex(), struct.calcsize(order + "bhilq"))
print(struct.calcsize("bh"), struct.calcsize("bi0q"), struct.calcsize("3xh"), struct.pack("2h 2x b", 1, 2, 3))
