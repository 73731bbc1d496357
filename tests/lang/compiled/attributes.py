# attributes and methods of classes that change while code that uses them is compiled
class P:
    kind = 'plain'
    def __init__(self, x, y): self.x, self.y = x, y
    def size(self): return self.x * self.y
class S:
    __slots__ = 'x', 'y'
    def __init__(self, x, y):
        self.x = x
        self.y = y
    def size(self): return self.x + self.y
def use(p, n):
    total = 0
    for i in range(n):
        total += p.size()
        p.x = p.x + 1
        p.y = p.y
    return total, p.x
print(use(P(1, 2), 600), use(S(1, 2), 600), use(P(0.5, 2.0), 600), use(S(0.5, 2.0), 600))
P.size = lambda self: 7
print(use(P(1, 2), 600))
P.x = property(lambda self: self.__dict__.get('hidden', 5), lambda self, v: self.__dict__.update(hidden=v))
print(use(P(1, 2), 600))
del P.x
p = P(1, 2)
p.size = lambda: 100
print(use(p, 600))
del p.x
for o in p, S.__new__(S):
    try: use(o, 5)
    except AttributeError as e: print(e)
def kinds(n): return {P(1, 2).kind for i in range(n)}
print(kinds(500))
P.kind = 'changed'
print(kinds(500))
class Q(P):
    def __init__(self, x): super().__init__(x, x); self.z = x
def many(n): return sum(Q(i).z + Q(i).y for i in range(n))
print(many(700))
class Broken:
    def __init__(self, n): self.n = n; return self.answer
    answer = None
def make(n):
    for i in range(n): Broken(i)
    return 'made'
print(make(600))
Broken.answer = 5
try: make(600)
except TypeError as e: print(e)
