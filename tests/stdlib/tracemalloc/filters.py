# Filter and DomainFilter: patterns, lines, all_frames, inclusive and exclusive ones.
from tracemalloc import DomainFilter, Filter, Snapshot

traces = [(0, 10, (("a.py", 1), ("main.py", 9)), 2), (0, 20, (("b.py", 2), ("main.py", 8)), 2),
          (1, 40, (("lib/c.py", 3),), 1), (0, 80, (("a.py", 4),), 1)]
snapshot = Snapshot(traces, 2)


def sizes(*filters):
    return [t.size for t in snapshot.filter_traces(filters).traces]


print(sizes(Filter(True, "a.py")), sizes(Filter(False, "a.py")))
print(sizes(Filter(True, "a.py", lineno=1)), sizes(Filter(False, "a.py", lineno=1)))
print(sizes(Filter(True, "main.py")), sizes(Filter(True, "main.py", all_frames=True)))
print(sizes(Filter(True, "*.py", domain=1)), sizes(DomainFilter(True, 1)), sizes(DomainFilter(False, 1)))
print(sizes(Filter(True, "a.py"), Filter(True, "b.py")), sizes(Filter(True, "*"), Filter(False, "lib/*")))
print(sizes())
f = Filter(True, "x.pyc", 3, True, 2)
print(f.inclusive, f.filename_pattern, f.lineno, f.all_frames, f.domain)
print(DomainFilter(False, 3).domain, DomainFilter(False, 3).inclusive)
try:
    snapshot.filter_traces(3)
except TypeError as error:
    print(error)
