# Ints compare with floats exactly, not after rounding; other types are refused.
big = 2**53
for a, b in [(big + 1, float(big)), (big, float(big)), (10**400, float("inf")), (-(10**400), float("-inf")), (10**400, 1e308), (3, 3.5), (-3, -3.5), (2**63, 2.0**63), (2**63 - 1, 2.0**63)]:
    print(a < b, a <= b, a == b, a != b, a > b, a >= b)
nan = float("nan")
print(1 == nan, 1 != nan, 1 < nan, 10**400 > nan, 1 == 1 + 0j, 2**70 == complex(2**70))
for other in ("1", None, 1j, [1]):
    try:
        1 < other
    except TypeError as e:
        print(e)
print(1 == "1", 1 != None, True == 1, True < 2)
