"""Objects that refer to each other need the collector."""
import gc
import heap
import weakref


class Node:
    pass


gc.collect()
a, b = Node(), Node()
a.other, b.other = b, a
watch = weakref.ref(a)
print(heap.why(a))
del a, b
assert watch() is not None
print("alive without a name:", watch() is not None)
found = gc.collect()
print("unreachable objects found:", found)
assert found >= 2 and watch() is None
