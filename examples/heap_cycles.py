"""heap.cycles: a full collection, step by step; collect=False looks without freeing."""
import gc

import heap

gc.collect()
gc.disable()


class Node:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Node {self.name}"

    def __del__(self):
        print("finalizer of", self)


a, b = Node("a"), Node("b")
a.other, b.other = b, a
del a, b
look = heap.cycles(collect=False)
assert [len(group) for group in look] == [2] and len(look.finalizers) == 2 and not look.freed
del look
found = heap.cycles()
print("\n".join(line.partition(" at 0x")[0] for line in str(found).split("\n")[3:6]))
print("collected:", found.collected)
assert len(found.freed) == 2 and not found.kept
