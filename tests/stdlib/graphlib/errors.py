# Cycles, and calls in the wrong order
from graphlib import CycleError, TopologicalSorter as T

def attempt(f, *args):
    try:
        print(f(*args))
    except (ValueError, TypeError) as e:
        print(type(e).__name__, *e.args)

s = T({1: [2, 3], 2: [4]})
attempt(s.get_ready)
attempt(s.done, 1)
attempt(s.is_active)
s.prepare()
attempt(s.add, 5)
print(s.get_ready())
attempt(s.prepare)
attempt(s.done, 1)
attempt(s.done, 9)
s.done(4)
attempt(s.done, 4)
attempt(T({1: [2], 2: [3], 3: [1], 0: [1]}).prepare)
attempt(lambda: list(T({1: [1]}).static_order()))
s = T({1: [2], 2: [1], 5: [6]})
attempt(s.prepare)
print(s.get_ready(), s.done(6), s.get_ready(), s.is_active(), issubclass(CycleError, ValueError))
attempt(lambda: T({1: 3}))
attempt(lambda: T({1: [[]]}))
