"""A great many small records, held in five ways: instances, slots, named tuples, a data class, dicts.

Each table is filled, changed in part, filtered and dropped before the next one comes; so the peak is that of one table, and
what the forms cost can be seen in time and memory.
"""
from collections import namedtuple
from dataclasses import dataclass


class Plain:
    def __init__(self, number, name, x, y):
        self.number = number
        self.name = name
        self.x = x
        self.y = y


class Slotted:
    __slots__ = ("number", "name", "x", "y")

    def __init__(self, number, name, x, y):
        self.number = number
        self.name = name
        self.x = x
        self.y = y


Named = namedtuple("Named", "number name x y")


@dataclass(slots=True)
class Data:
    number: int
    name: str
    x: float
    y: float


def rows(n):
    for i in range(n):
        yield i, f"row {i % 1000}", i * 0.5, i % 97 - 48.0


def with_attributes(kind, n):
    table = [kind(*row) for row in rows(n)]
    for record in table[::3]:
        record.x += record.y
    table = [record for record in table if record.number % 4]
    return len(table), sum(record.x * record.y for record in table), max(table, key=lambda r: (r.y, r.number)).name


def with_tuples(n):
    table = [Named(*row) for row in rows(n)]
    table[::3] = [record._replace(x=record.x + record.y) for record in table[::3]]
    table = [record for record in table if record.number % 4]
    return len(table), sum(x * y for _, _, x, y in table), max(table, key=lambda r: (r.y, r.number)).name


def with_dicts(n):
    table = [{"number": number, "name": name, "x": x, "y": y} for number, name, x, y in rows(n)]
    for record in table[::3]:
        record["x"] += record["y"]
    table = [record for record in table if record["number"] % 4]
    return len(table), sum(r["x"] * r["y"] for r in table), max(table, key=lambda r: (r["y"], r["number"]))["name"]


def main():
    n = 60_000
    for kind in (Plain, Slotted, Data):
        print(kind.__name__, *with_attributes(kind, n))
    print("Named", *with_tuples(n))
    print("dict", *with_dicts(n))


if __name__ == "__main__":
    main()
