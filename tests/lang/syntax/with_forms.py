# with: several managers, parentheses, targets of every kind, suppression, order of exits.
class M:
    def __init__(self, name, suppress=False): self.name, self.suppress = name, suppress
    def __enter__(self): print("enter", self.name); return self.name, 1
    def __exit__(self, kind, value, tb): print("exit", self.name, kind and kind.__name__, value, tb is not None); return self.suppress
class T: pass
with M("a"): pass
with M("a") as x, M("b") as (y, z): print(x, y, z)
with (M("a"), M("b") as x): pass
with (M("a") as x, M("b"),): pass
with (M("a")) as x: pass
with (M("a") if 1 else 2) as T.attr, M("b") as [p, *q]: print(T.attr, p, q)
with M("a", True), M("b") as d, M("c"): 1 / 0
try:
    with M("a") as (x, y, z): pass
except ValueError as e:
    print(e)
def f():
    for i in range(3):
        with M(i):
            if i == 0: continue
            if i == 1: return "returned"
print(f())
for thing in 1, type("E", (), {"__enter__": 1}), type("X", (), {"__exit__": lambda *a: 0})():
    try:
        with thing: pass
    except TypeError as e:
        print(e)
