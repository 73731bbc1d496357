# getallocatedblocks counts blocks: one for each object of its own, gone when the object is.
import heap
import sys

heap.trim()
before = sys.getallocatedblocks()
keep = [object() for _ in range(100)]
middle = sys.getallocatedblocks()
del keep
heap.trim()
after = sys.getallocatedblocks()
print(middle - before >= 101, abs(after - before) < 5)
print(sys.gettotalrefcount() > 0)
