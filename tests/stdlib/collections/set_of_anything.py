# collections.abc.Set over what can be looked at only once: equality takes the length first.
from collections.abc import Set


class Once(Set):
    def __init__(self, items):
        self.items = items

    def __contains__(self, item):
        return item in self.items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len([item for item in self.items])


print((Once((1, 2, 3)) & Once((3, 4, 5))) == Once((3,)), Once((1, 2)) == Once((2, 1)), Once((1,)) == Once((1, 2)), Once(()) == 5)
