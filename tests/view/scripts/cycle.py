import gc
gc.disable()


class Node:
    def __init__(self, name):
        self.name = name


def pair():
    one = Node("one")
    two = Node("two")
    one.other = two
    two.other = one


pair()
kept = Node("kept")
gc.collect()
end = True
