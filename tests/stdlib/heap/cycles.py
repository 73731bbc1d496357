# cycles: what a collection would find, with counts; nothing is freed, and no finalizer runs.
import gc

import heap

gc.collect()
gc.disable()


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("finalizer", self.name)


a, b = Node("a"), Node("b")
a.other, b.other = b, a
alone = []
alone.append(alone)
held = []
held.append(held)
print(len(heap.cycles()))
del a, b, alone
found = heap.cycles()
print(len(found), [len(group) for group in found], len(found.finalizers))
print(found.counts[id(found[1][0])], found.candidates - found.reachable)
print([line.split(":")[0].strip() for line in str(found).split("\n")][-2:])
print(len(heap.cycles(limit=0)))
del found
print(gc.collect() > 0, len(heap.cycles()))
