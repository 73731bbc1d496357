"""Hot loops over what classes written in C have of fields, and over named tuples taken apart."""
from collections import namedtuple, deque
from datetime import datetime, timedelta

Point = namedtuple('Point', 'x y')


def fields(points):
    return [p.x * 10 + p.y for p in points]


def total(points):
    s = 0
    for x, y in points:
        s += x - y
    return s


def first_and_rest(points):
    return [(x, rest) for x, *rest in points]


points = [Point(i, i * i) for i in range(300)]
print(sum(fields(points)), total(points), first_and_rest(points)[-1])
print(total([(1, 2), [3, 4], Point(5, 6), {7: 0, 8: 0}, 'ab'[:0] or (9, 9)] * 50))


class Reversed(Point):
    def __iter__(self):
        return iter((self.y, self.x))


class Counted(Point):
    def __len__(self):
        return 17


print(total([Reversed(1, 5)] * 300), total([Counted(1, 5)] * 300), first_and_rest([Reversed(1, 5), Counted(2, 3)]))
print(tuple(Reversed(1, 5)), list(Counted(1, 5)), {*Reversed(1, 5)}, max(*Point(3, 4)), [*Point(3, 4)])

short = tuple.__new__(Point, (1,))
for bad in [short], [Point(1, 2), short], [tuple.__new__(Point, (1, 2, 3))]:
    for f in fields, total, first_and_rest:
        try:
            print(f(points + bad)[-1:])
        except Exception as e:
            print(f.__name__, type(e).__name__, e)


def attribute(objects, out):
    for o in objects:
        out.append(o.real)


class Real:
    real = 'plain'


out = []
attribute([5, 2.5, 3j, True] * 100 + [Real()] * 50, out)
print(out[:4], out[-1], len(out))
try:
    attribute([5] * 300 + ['text'], out)
except AttributeError as e:
    print(e)


def days(start, n):
    d, step, seen = start, timedelta(days=1), []
    for _ in range(n):
        seen.append((d.year, d.month, d.day))
        d += step
    return seen


print(days(datetime(2019, 12, 1), 400)[::50])


def names(f, n):
    return {f.__name__ for _ in range(n)} | {f.__class__ for _ in range(n)}


print(sorted(map(str, names(total, 300))))


class Slow:
    """A property whose getter is written in C, and one that is exchanged on the way."""
    size = property(len)
    kind = property(lambda self: 'first')

    def __len__(self):
        global calls
        calls += 1
        if calls == 200:
            Slow.size = property(lambda self: -1)
        return calls


def sizes(o, n):
    return [o.size for _ in range(n)]


calls = 0
print(sizes(Slow(), 300)[195:203])


def move(d, n):
    for _ in range(n):
        x = d.maxlen
    return x


print(move(deque(maxlen=3), 300))
try:
    d = deque()
    for i in range(300):
        d.maxlen
        if i == 250:
            d.maxlen = 5
except AttributeError as e:
    print(i, e)
