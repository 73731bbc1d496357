# mappingproxy and SimpleNamespace.
from types import MappingProxyType, SimpleNamespace

def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

d = {'a': 1}
p = MappingProxyType(d)
d['b'] = 2
print(p, p['b'], p.get('c', 0), list(p), len(p), 'a' in p, p | {'c': 3}, {'c': 3} | p, p == d, list(reversed(p)), p.copy())
for f in (lambda: p.__setitem__, lambda: MappingProxyType(1), lambda: MappingProxyType([]), lambda: hash(p), lambda: p['x']):
    show(f)
try:
    p['x'] = 1
except TypeError as e:
    print(e)
n = SimpleNamespace({'y': 2}, x=1)
n.z = n
print(n, n.x, n.__dict__.keys(), SimpleNamespace(a=1) == SimpleNamespace(a=1), SimpleNamespace(a=1).__replace__(a=2))
for f in (lambda: SimpleNamespace(1), lambda: SimpleNamespace({1: 2}), lambda: SimpleNamespace(1, 2), lambda: n.q,
          lambda: hash(n)):
    show(f)
