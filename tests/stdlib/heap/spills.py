# A full free list takes no more: the rest goes back to the pools.
import heap

heap.trim()
values = [float(i) for i in range(400)]
before = heap.caches()["float"]
del values
after = heap.caches()["float"]
print(after["blocks"] == after["limit"])
print(after["limit"] == 0 or after["spills"] - before["spills"] == 400 - (after["limit"] - before["blocks"]))
heap.trim()
print(heap.caches()["float"]["blocks"])
