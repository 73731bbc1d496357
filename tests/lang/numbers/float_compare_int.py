# Floats compare with ints exactly and with complex numbers for equality only.
for x in (0.5, 1.0, 2.0**53, 2.0**63, -(2.0**63), 1e300, float("inf"), float("-inf"), float("nan")):
    for n in (1, 2**53 + 1, 2**63 - 1, -(2**63) - 1, 10**300, 10**400):
        print(int(x < n), int(x == n), int(x > n), end=" ")
    print()
print(1.5 == 1.5 + 0j, 1.5 == 1.5 + 1j, 1.0 == True)
for other in ("1", None, 1j):
    try:
        1.5 < other
    except TypeError as e:
        print(e)
