# Shifts of both signs across the size of a machine word; the right shift rounds down.
for n in (1, -1, 5, -5, 2**62, -(2**63), 2**64 + 1, -(2**64) - 1):
    print(n, n << 0, n << 1, n << 65, n >> 0, n >> 1, n >> 63, n >> 64, n >> 200)
print(0 << 10**30 if False else 0 << 1000, 0 >> 10**30, 5 >> 10**30, -5 >> 10**30, True << 3, 1 << True)
for call in [lambda: 1 << -1, lambda: 1 >> -1, lambda: (2**70) << -5, lambda: 1 << 1.0, lambda: 1.0 >> 1, lambda: "a" << 1, lambda: 1 >> -(2**70)]:
    try:
        print(call())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
