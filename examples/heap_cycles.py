"""heap.cycles: what the collector would do, step by step, without doing it."""
import gc

import heap

gc.collect()
gc.disable()


class Node:
    def __repr__(self):
        return "Node"

    def __del__(self):
        pass


a, b = Node(), Node()
a.other, b.other = b, a
del a, b
found = heap.cycles()
print("\n".join(line for line in str(found).split("\n") if "Node" in line and "at 0x" not in line))
assert [len(group) for group in found] == [2] and len(found.finalizers) == 2
del found
print("collected:", gc.collect())
