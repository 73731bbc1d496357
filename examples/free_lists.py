"""A dead float's block waits on a free list for the next float."""
import heap

if heap.caches()["float"]["limit"] == 0:
    print("every block comes from malloc: there are no free lists")
    raise SystemExit

values = [i / 7 for i in range(500)]
before = heap.caches()["float"]
values.clear()
after = heap.caches()["float"]
print(f"floats kept for reuse: {before['blocks']} before, {after['blocks']} after 500 died; room for {after['limit']}")
assert after["blocks"] > before["blocks"] and after["blocks"] <= after["limit"]

x = float("1.5")
address = id(x)
del x
y = float("2.5")
assert id(y) == address
print("the next float took the block of the last one")
