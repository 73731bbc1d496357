# cycles(collect=False): what a collection would find, with counts; nothing is freed, and no finalizer runs.
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
print(len(heap.cycles(collect=False)))
del a, b, alone
found = heap.cycles(collect=False)
print(found.candidates - found.reachable, [len(group) for group in found], len(found.finalizers))
for group in found:
    print(sorted((g.type, g.count, g.outside, g.finalizer, g.freed, g.object is None, id(g.object) == g.address) for g in group))
print([line.split(":")[0].strip() for line in str(found).split("\n")][-2:], found.collected, found.freed)
del found, group
print(gc.collect() > 0, len(heap.cycles(collect=False)))
