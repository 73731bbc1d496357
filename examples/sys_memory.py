"""sys: counts, sizes, interning, blocks."""
import sys

box = [1, 2, 3]
print("references:", sys.getrefcount(box))
assert sys.getrefcount(box) == 2
print("list:", sys.getsizeof(box), "bytes; its items' blocks are their own:", sys.getsizeof(box[0]))
for i in range(5):
    box.append(i)
print("after five appends:", sys.getsizeof(box), "bytes, room to grow included")

text = "-".join(["made", "at", "run", "time"])
print("interned:", sys._is_interned(text), "then", sys._is_interned(sys.intern(text)))

before = sys.getallocatedblocks()
keep = [object() for _ in range(1000)]
print("a thousand objects and a list are so many blocks more:", sys.getallocatedblocks() - before >= 1001)
sys._debugmallocstats()  # goes to stderr
