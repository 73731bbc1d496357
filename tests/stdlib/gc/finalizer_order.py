# All finalizers run before anything is cleared, so each sees its cycle whole.
import gc

gc.collect()
gc.disable()
log = []


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        log.append((self.name, self.other.name))


a, b = Node("a"), Node("b")
a.other, b.other = b, a
del a, b
gc.collect()
print(sorted(log))
