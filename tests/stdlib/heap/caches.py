# Free lists: a hit is an object whose block was kept, a miss one that found the list empty.
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
print(lists["small ints"], lists["interned strings"]["count"] <= lists["interned strings"]["slots"])
