"""A page of a cycle: made, losing its last name, collected.

    ouro view examples/view_cycle.py

writes view_cycle.html. Open it in a browser and press the right arrow.
"""
import gc

gc.disable()  # the collector comes when it is called


class Person:
    def __init__(self, name):
        self.name = name
        self.friends = []


def party():
    ada = Person("Ada")
    bob = Person("Bob")
    ada.friends.append(bob)
    bob.friends.append(ada)
    return len(ada.friends)


guests = party()      # both are still there, though no name leads to them
alone = Person("Eve")
alone = None          # freed at once: nothing else refers to Eve
found = gc.collect()  # now the two and their lists go
print("found by the collector:", found)
assert found >= 4
