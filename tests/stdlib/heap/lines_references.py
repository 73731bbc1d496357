# lines: references taken and given up, in builds that count them; None in others.
import heap

def f():
    x = []
    a = x
    b = (x, x, x)
    del b
    a = None

table = heap.lines(f, )
first = f.__code__.co_firstlineno
expected = {1: (1, 0), 2: (1, 0), 3: (4, 0), 4: (0, 4)}
for offset, counts in expected.items():
    row = table.line(first + offset)
    if row is None:  # nothing but references, in a build that does not count them
        row = {"increfs": None, "decrefs": None}
    print(offset, (row["increfs"], row["decrefs"]) in (counts, (None, None)))
