# WeakKeyDictionary: an entry goes with its key.
import weakref


class K:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __hash__(self):
        return hash(self.n)

    def __repr__(self):
        return f"K{self.n}"


a, b = K(1), K(2)
d = weakref.WeakKeyDictionary({a: "a", b: "b"})
print(len(d), d[K(1)], b in d, K(9) in d, 5 in d)
print(sorted(map(str, d)), sorted(d.values()), sorted(map(str, d.items())), len(d.keyrefs()))
del a
print(len(d), sorted(map(str, d)))
d[b] = "new"
print(d.pop(b), len(d), d.get(b), d.setdefault(b, "s"))
del d[b]
try:
    del d[b]
except KeyError as error:
    print("KeyError")
d[b] = 1
print(d.popitem(), len(d), type(d.copy()).__name__)
