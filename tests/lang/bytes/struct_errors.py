# What struct refuses.
import struct

for args in [("b", 128), ("B", -1), ("h", 1.5), ("H", "1"), ("i", 2**31), ("q", 2**63), ("Q", -1), ("c", b"ab"), ("c", 65), ("s", "a"), ("0s", 5), ("f", "x"), ("d", 10**400), ("e", 70000.0), ("e", 2**20), ("f", 1e300), ("F", "1"), ("b",), ("b", 1, 2), ("z", 1), ("5", 1), ("<n", 1), ("\0", 1), (b"b", 1), (5, 1), ("99999999999999999999b",)]:
    try:
        print(struct.pack(*args))
    except Exception as e:
        print(args if args[0] != "\0" else "nul", type(e).__name__, e)
for args in [("i", b"abc"), ("i", b"abcde"), ("2h", b""), ("i", "abcd"), ("", b"x")]:
    try:
        print(struct.unpack(*args))
    except (struct.error, TypeError) as e:
        print(type(e).__name__, e)
for args in [("i", b"abcdef", 3), ("i", b"abcdef", -3), ("i", b"abcdef", -10), ("i", b"abcdef", 2)]:
    try:
        print(struct.unpack_from(*args))
    except struct.error as e:
        print(e)
half = struct.Struct.__new__(struct.Struct)
for call in (lambda: half.pack(1), lambda: half.format, lambda: half.__sizeof__(), lambda: repr(half), lambda: half.size):
    try:
        print(call())
    except RuntimeError as e:
        print(e)
