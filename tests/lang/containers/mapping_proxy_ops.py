# mappingproxy forwards to its mapping and hides its setters.
def t(*actions):
    for f in actions:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)

from types import MappingProxyType as P
d = {1: 2, 3: 4}
p = P(d)
t(lambda: p, lambda: p[1], lambda: p[9], lambda: p.get(9, 'd'), lambda: list(p), lambda: list(p.items()), lambda: len(p), lambda: 1 in p, lambda: p == d, lambda: p == P(d), lambda: p | {5: 6}, lambda: {5: 6} | p, lambda: p.copy(), lambda: type(p.copy()), lambda: P([]), lambda: P(5), lambda: P(), lambda: hash(p), lambda: list(reversed(p)), lambda: str(p), lambda: p.nosuch, lambda: P({}) == {}, lambda: p < d, lambda: P[int], lambda: P('ab'), lambda: P((1, 2))[0])
try: p[1] = 2
except TypeError as e: print(e)
try: del p[1]
except TypeError as e: print(e)
d[5] = 6
print(p, type(int.__dict__))
