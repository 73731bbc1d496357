# Counter counts plain keys in the place where the count stands; any key, any count, and classes that say otherwise.
from collections import Counter

class Key:
    def __init__(self, n): self.n = n
    def __hash__(self): return hash(self.n)
    def __eq__(self, other): return self.n == other
    def __repr__(self): return f"Key({self.n})"

print(Counter(["a", "b", "a", 1, 1.0, True, (1,), None, "a"]))
print(Counter([Key(1), 1, 1, Key(2), 2]), Counter([1, Key(1), 1]))
for start in 2 ** 63 - 2, 2 ** 63, -1, 0.5, True, "x":
    c = Counter()
    c["k"] = start
    try:
        c.update(["k", "k", "new"])
    except TypeError as e:
        print(e)
    print(dict(c))

class Odd(Counter):
    def __setitem__(self, key, value):
        super().__setitem__(key, value * 2)
class Zero(Counter):
    def get(self, key, default=None):
        return super().get(key, 10)
print(Odd("aab"), Zero("aab"))
many = Counter(str(i % 37) for i in range(1000))
print(len(many), sum(many.values()), many.most_common(2))
try:
    Counter(["a", []])
except TypeError as e:
    print(e)
