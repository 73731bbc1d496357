# Orders, step by step and at once
from graphlib import TopologicalSorter

print(list(TopologicalSorter({'d': 'bc', 'b': 'a', 'c': 'a'}).static_order()))
s = TopologicalSorter({1: [2, 3], 2: [4]})
s.add(5)
s.add(5, 1)
s.prepare()
s.prepare()
while s:
    ready = s.get_ready()
    print(ready, s.get_ready(), s.is_active())
    s.done(*ready)
print(s.is_active(), bool(s), list(TopologicalSorter().static_order()))
print(TopologicalSorter[int])
