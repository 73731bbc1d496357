# Rich comparison, __hash__, __bool__ and __len__.
class E:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v if isinstance(o, E) else NotImplemented
    def __lt__(self, o): return ('lt', self.v, o.v)
e, f = E(1), E(1)
print(e == f, e != f, e == 1, e != 1, e < f, e > f, E.__hash__)
for g in (lambda: hash(e), lambda: {e}, lambda: e <= f, lambda: e < 1):
    try:
        print(g())
    except (TypeError, AttributeError) as x:
        print(type(x).__name__, x)
class H(E):
    def __hash__(self): return self.v
class K(H):
    def __eq__(self, o): return True
print(hash(H(5)), H.__hash__ is not None, K.__hash__, hash(type('Z', (), {'__hash__': lambda s: 2**70})()))
print(hash(type('Z', (), {'__hash__': lambda s: -1})()))
for bad in ('x', 1.5, None):
    try:
        hash(type('Z', (), {'__hash__': lambda s: bad})())
    except TypeError as x:
        print(x)
class B:
    def __init__(self, v): self.v = v
    def __bool__(self): return self.v
class L:
    def __init__(self, v): self.v = v
    def __len__(self): return self.v
for t, v in ((B, True), (B, False), (B, 1), (B, None), (L, 0), (L, 3), (L, -1), (L, 'a'), (L, 2**100)):
    try:
        print(bool(t(v)))
    except (TypeError, ValueError, OverflowError) as x:
        print(type(x).__name__, x)
