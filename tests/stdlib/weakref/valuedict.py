# WeakValueDictionary: an entry goes with its value.
import weakref


class A:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"A{self.n}"


keep = [A(i) for i in range(4)]
d = weakref.WeakValueDictionary({i: v for i, v in enumerate(keep)})
print(len(d), sorted(d), d[2], d.get(9), 2 in d, 9 in d)
print(sorted(d.items()), sorted(map(str, d.values())), len(list(d.valuerefs())))
del keep[2]
print(len(d), sorted(d), 2 in d)
try:
    d[2]
except KeyError as error:
    print("KeyError", error)
temporary = A(7)
print(d.setdefault("t", temporary), d.pop("t"), d.pop("t", "default"))
d.update(x=temporary)
copy = d.copy()
print(type(copy).__name__, sorted(map(str, copy)))
del temporary
print(sorted(map(str, copy)), d == d)
print(d | {5: keep[0]} == {**dict(d), 5: keep[0]} if hasattr(d, "__or__") else None)
d.clear()
print(len(d), len(copy))
