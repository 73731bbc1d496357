# Free lists: a hit is an object whose block was kept, a miss one that found the list empty.
import sys

import _heap
import heap

lists = heap.caches()
off = lists["float"]["limit"] == 0
print(off or all(row["blocks"] <= row["limit"] for name, row in lists.items() if "limit" in row))
heap.trim()
a = heap.caches()["float"]
x = float("1.5")  # the list is empty
b = heap.caches()["float"]
del x
c = heap.caches()["float"]
y = float("2.5")  # takes the block of x
d = heap.caches()["float"]
print(off or (b["misses"] - a["misses"], b["hits"] - a["hits"]) == (1, 0))
print(off or (c["blocks"] - b["blocks"], d["blocks"] - c["blocks"]) == (1, -1))
print(off or (d["misses"] - c["misses"], d["hits"] - c["hits"]) == (0, 1))
small = lists["small ints"]
print(small["from"], small["to"], small["count"], lists["interned strings"]["count"] <= lists["interned strings"]["slots"])


def small_ints_given(words):
    before = _heap.small_ints()[2]
    for word in words:
        len(word)
    return _heap.small_ints()[2] - before


print(small_ints_given(["ab", "abc"] * 5) - small_ints_given([]), heap.caches()["small ints"]["hits"] > 10)
name = "".join(["in", "terned here"])
before = heap.caches()["interned strings"]
sys.intern(name)
sys.intern("".join(["in", "terned here"]))
after = heap.caches()["interned strings"]
print(after["hits"] - before["hits"], after["misses"] - before["misses"], after["count"] - before["count"])
