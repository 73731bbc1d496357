# lines: cached are the small ints and interned strings that a line got; reused are blocks from free lists.
import sys

import heap


def f(words, parts):
    for word in words:
        n = len(word)
    total = 100 + n
    total = 300 + n
    name = sys.intern("".join(parts))
    a = [1.5 * n]
    del a
    b = [2.5 * n]


heap.lines(f, ["a"] * 7, ["le", "n"])
table = heap.lines(f, ["a"] * 7, ["le", "n"])
first = f.__code__.co_firstlineno
off = heap.caches()["float"]["limit"] == 0
for offset, reused in ((2, 0), (3, 0), (4, 1), (5, 0), (6, 2), (7, 0), (8, 2)):
    row = table.line(first + offset)
    print(offset, row["cached"], row["allocations"], off or row["reused"] == reused)
print("cached" in str(table))
