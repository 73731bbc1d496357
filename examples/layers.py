"""Three layers: free lists in front of pools in front of the system's malloc."""
import heap

SMALL_MAX = 512


class Three:
    __slots__ = ("a", "b", "c")


def place(obj):
    """(block size, layer) of an object."""
    address, in_front = heap.address(obj)
    found = heap.locate(address - in_front)
    return (found["block_size"], "pool") if found else (None, "malloc")


for obj in (1.5, 1000, Three(), b"x" * 100, b"x" * 600):
    size, layer = place(obj)
    print(f"{type(obj).__name__:>6}: {'block of ' + str(size) + ' bytes in a pool' if size else 'from malloc'}")
    assert (layer == "pool") == (size is not None and size <= SMALL_MAX)
    assert size is None or size % 8 == 0

assert place(b"x" * 600)[1] == "malloc"

# Every pool serves one size class: its blocks are in use or free, and nothing else.
for row in heap.classes():
    assert row["pools"] * row["capacity"] == row["used"] + row["free"]
print(f"{len(heap.classes())} size classes are in use; in each, pools x blocks per pool = in use + free")
