# cycles: the collection itself, step by step: candidates, counts, weak references, finalizers, what was freed.
import gc
import sys
import weakref

import heap

gc.collect()
gc.disable()
saved = []


class Node:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Node {self.name}"


class Last(Node):
    def __del__(self):
        print("finalizer", self.name)


class Phoenix(Node):
    def __del__(self):
        saved.append(self)


def pair(cls, name):
    a, b = cls(name + "1"), cls(name + "2")
    a.other, b.other = b, a
    return weakref.ref(a)


def tell(found):
    for group in found:
        print(sorted((g.text.split(" at ")[0], g.count, g.outside, g.weakrefs, g.finalizer, g.freed) for g in group))


heap.cycles()
wr = pair(Last, "a")
found = heap.cycles()
tell(found)
print(found.collected, len(found.freed), found.kept, wr(), found.candidates - found.reachable)
print(found[0][0].object)
print([line.split(" at ")[0] for line in str(found).split("\n") if line[0] in "456" or "group" in line][:3])
a, b = Node(str(1000)), Node(str(2000))
a.other, b.other = b, a
own = sum(map(sys.getsizeof, (a, b, a.name, b.name)))
rounded = sum((sys.getsizeof(x) + 7) // 8 * 8 for x in (a, b, a.name, b.name))
del a, b
found = heap.cycles()
print(found.blocks, len(found.freed), own <= found.bytes, heap.caches()["int"]["limit"] == 0 or found.bytes == rounded)
pair(Phoenix, "p")
found = heap.cycles()
tell(found)
print(found.collected, len(found.freed), len(found.kept), sorted(map(str, saved)))
print("still there: Phoenix" in str(found).replace("Node", "Phoenix"))
saved.clear()
found = heap.cycles()
tell(found)
found = heap.cycles()
print(found, found.collected) if found else print("none:", found.collected, found.blocks, found.bytes)
