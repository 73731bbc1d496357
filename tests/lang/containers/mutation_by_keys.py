# Keys and counts that empty the dict they are in while it is merged or counted in.
class K:
    def __init__(self, d): self.d = d
    def __hash__(self): self.d.clear(); return 1
def f(**k): return k
d = {}
k = K({}); d[k] = 1; d['x'] = 2; k.d = d
try: f(**{'a': 1}, **d)
except (RuntimeError, TypeError) as e: print(type(e).__name__, e)
from collections import Counter
class Evil(int):
    def __add__(self, o): c.clear(); return NotImplemented
c = Counter()
dict.__setitem__(c, 'a', Evil(5))
c.update('a'); print(c)
