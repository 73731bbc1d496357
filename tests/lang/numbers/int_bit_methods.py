# bit_length, bit_count and is_integer of small and large ints of both signs.
for n in (0, 1, -1, 2, 3, 255, 256, -256, 2**31, 2**63 - 1, 2**63, -(2**63), 2**64 - 1, 2**100, -(2**100) + 1, 10**50):
    print(n, n.bit_length(), n.bit_count(), n.is_integer(), (~n).bit_length())
print(True.bit_length(), True.bit_count(), False.bit_count())
for name in ("bit_length", "bit_count", "is_integer"):
    try:
        getattr(5, name)(1)
    except TypeError as e:
        print(e)
try:
    int.bit_length(1.5)
except TypeError as e:
    print(e)
