# A left shift by more than memory holds fails without harm; zero may be shifted by anything.
print(0 << (2**70), 0 << 2**62)
for shift in (2**62, 2**63 - 1):
    try:
        1 << shift
    except (MemoryError, OverflowError) as e:
        print(type(e).__name__ in ("MemoryError", "OverflowError"))
print(1 >> 2**62, -1 >> 2**62, (10**100) >> (2**70), (-(10**100)) >> (2**70))
