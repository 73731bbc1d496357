# Compiled calls of methods written in C: objects of the class that has them, of classes that extend it, and of others.
import collections
import datetime


class Pile(list):
    def __init__(self):
        self.name = "pile"


class Heap(Pile):
    pass


class Borrower:
    append = list.append


def append(o, value):
    o.append(value)


def weekday(o):
    return o.weekday()


def get(o, key):
    return o.get(key, 0)


for kind in [Pile, Heap, list, collections.deque]:
    o = kind()
    for i in range(900):
        append(o, i)
    print(kind.__name__, len(o), o[-1])
for i in range(900):
    append([Pile(), Heap(), [], collections.deque()][i % 4], i)
    total = sum(weekday(d) for d in [datetime.datetime(2024, 1, 2), datetime.date(2024, 1, 3)])
    found = sum(get(d, 1) for d in [{}, collections.Counter([1, 1]), collections.OrderedDict({1: 5})])
print(total, found)
try:
    append(Borrower(), 1)
except TypeError as e:
    print(e)
