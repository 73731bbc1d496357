# A slice with a step lets go of its items in its own order (deleted: first to last), a plain one last to first; counts stay exact.
import sys


class Loud:
    def __init__(self, number):
        self.number = number

    def __del__(self):
        print(self.number, end=' ')


def show(title, change):
    items = [Loud(i) for i in range(12)]
    print(title, end=': ')
    change(items)
    print(len(items))
    while items:
        items.pop()
    print()


def assign(where, count):
    def change(items):
        items[where] = [None] * count
    return change


def delete(where):
    def change(items):
        del items[where]
    return change


show('assigned', assign(slice(None, None, 2), 6))
show('assigned backwards', assign(slice(None, None, -2), 6))
show('assigned plain', assign(slice(2, 8), 0))
show('deleted', delete(slice(None, None, 2)))
show('deleted backwards', delete(slice(None, None, -2)))

for ones in 0, 1, 4, 5, 8, 9, 17, 40:
    for others in 0, 1, 7, 8, 9:
        one, other = object(), object()
        items = [other] * others + [one] * ones
        base = sys.getrefcount(one) - ones, sys.getrefcount(other) - others
        held = lambda: (sys.getrefcount(one) - base[0], sys.getrefcount(other) - base[1])
        copy = items[:]
        assert held() == (2 * ones, 2 * others)
        copy = [None] * (2 * len(items))
        copy[::2] = items
        assert held() == (2 * ones, 2 * others)
        copy[::2] = range(len(items))
        assert held() == (ones, others)
        del items[::-1]
        assert held() == (0, 0)
        copy.clear()
print('counts are exact')
