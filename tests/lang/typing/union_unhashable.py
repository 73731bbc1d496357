# Unions of types with an __eq__ or __hash__ of their own: only equal hashes are compared.
from types import GenericAlias as G
class Bad(type):
    def __eq__(self, o): return 1/0
bt = Bad('bt', (), {})
u = int | bt
print(u.__args__ == (int, bt) if 0 else len(u.__args__))
for f in (lambda: hash(u), lambda: u == (int|str), lambda: u | str, lambda: bt | u, lambda: u | Bad('b2',(),{}), lambda: u == u, lambda: (int|bt) == u, lambda: (bt|int) == u):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class H(type):
    def __eq__(self, o): print('eq', o); return True
    def __hash__(self): return 7
h, i = H('h',(),{}), H('i',(),{})
print(h | int | i, h | i, int | h)
class U:
    __hash__ = None
    def __init__(s, n): s.n = n
    def __eq__(s, o): return type(o) is U and s.n == o.n
    def __repr__(s): return f'U{s.n}'
a, b, c = G(list, U(1)), G(list, U(1)), G(list, U(2))
x = a | int | b | c | a
print(x, len(x.__args__))
for f in (lambda: hash(x), lambda: x == (int | a | c), lambda: x == (int|a), lambda: (int|str|None) == (None|str|int), lambda: hash(int|str)==hash(str|int)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
