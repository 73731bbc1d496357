# Bitwise operators see two's complement without end, at any size.
for a in (5, -6, 2**64, -(2**64), 2**70 - 1, -(2**70) + 1):
    for b in (3, -4, 2**63, -(2**65) - 1):
        assert a & b == ~(~a | ~b) and a ^ b == (a | b) - (a & b)
        print(a & b, a | b, a ^ b)
print(~0, ~-1, ~(2**64), ~-(2**64), 5 & True, True | False, True ^ True, type(True & 1), type(True & False))
for call in [lambda: 1 & 1.0, lambda: 1 | "a", lambda: 1.5 ^ 1, lambda: ~1.0]:
    try:
        call()
    except TypeError as e:
        print(e)
