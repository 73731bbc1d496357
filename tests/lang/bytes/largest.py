# Counts that no bytes object could have are refused before any memory is asked for.
for n in (2**63 - 1, 2**63 - 33, 2**63 - 34, 2**63):
    for make in (bytes, bytearray, b"a".ljust, b"a".zfill):
        try:
            make(n)
        except (OverflowError, MemoryError) as e:
            print(type(e).__name__, e)
