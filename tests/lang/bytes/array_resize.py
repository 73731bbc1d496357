# resize fills up with zeros and cuts off; what it refuses.
array = bytearray(b"abc")
for size in (5, 2, 0, 3, True):
    array.resize(size)
    print(array, len(array))
for size in (-1, "1", 1.5, None, 2**70, 2**63 - 1):
    try:
        array.resize(size)
    except (ValueError, TypeError, OverflowError, MemoryError) as e:
        print(type(e).__name__, e)
print(array)
