"""copy: deep and shallow copies of records, of objects with and without slots, of trees, of what is shared and cyclic.

Classes say in all the ways that there are how they are to be copied.
"""
from copy import copy, deepcopy
from dataclasses import dataclass, field


class Node:
    def __init__(self, value, children=()):
        self.value = value
        self.children = list(children)
        self.parent = None
        for child in children:
            child.parent = self

    def count(self):
        return 1 + sum(child.count() for child in self.children)


class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


@dataclass
class Order:
    number: int
    lines: list = field(default_factory=list)
    notes: dict = field(default_factory=dict)


class Cached:
    """Shares its table with its copies."""

    def __init__(self, table):
        self.table = table
        self.uses = [0]

    def __deepcopy__(self, memo):
        made = Cached(self.table)
        made.uses = deepcopy(self.uses, memo)
        return made


class Money:
    def __init__(self, amount):
        self.amount = amount

    def __reduce__(self):
        return Money, (self.amount,)


def tree(depth):
    return Node(depth, [tree(depth - 1) for _ in range(3)] if depth else ())


def main():
    records = [{"id": i, "tags": ["a", "b", i], "size": (i, i + 1), "name": f"r{i}", "nested": {"x": [i]}}
               for i in range(1500)]
    for _ in range(3):
        copied = deepcopy(records)
    copied[0]["tags"].append(1)
    print(len(copied), copied[1:] == records[1:], copied[0] == records[0])
    root = deepcopy(tree(6))
    print(root.count(), root.children[0].parent is root)
    points = [Point(i, [i]) for i in range(2500)]
    print(sum(p.x + p.y[0] for p in deepcopy(points)), sum(copy(p).x for p in points))
    orders = [Order(i, [f"line {i}"], {"paid": i % 2 == 0}) for i in range(2000)]
    print(deepcopy(orders)[5], copy(orders[5]) == orders[5])
    shared = [1, 2]
    table = [[shared, (shared, i), {i}] for i in range(2000)]
    table.append(table)
    again = deepcopy(table)
    print(again[0][0] is again[1999][1][0], again[-1] is again, again[7][2])
    caches = deepcopy([Cached(table) for _ in range(1500)])
    print(caches[0].table is table, sum(cache.uses[0] for cache in caches))
    print(sum(money.amount for money in deepcopy([Money(i) for i in range(1500)])))
    print(sum(len(copy(record)) for record in records), copy(records) is records)


if __name__ == "__main__":
    main()
