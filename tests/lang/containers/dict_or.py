# | and |= of dicts and their relatives.
def t(*actions):
    for f in actions:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)

from collections import OrderedDict, defaultdict, ChainMap, UserDict, Counter
from types import MappingProxyType as P
a, b = {1: 'a', 2: 'a'}, {2: 'b', 3: 'b'}
print(a | b, b | a, a | {}, list((a | b)))
c = dict(a); c |= b; print(c)
c |= [(9, 9)]; print(c)
t(lambda: a | [(1, 2)], lambda: a | None, lambda: OrderedDict(a) | b, lambda: a | OrderedDict(b), lambda: defaultdict(int, a) | b, lambda: a | defaultdict(int, b), lambda: P(a) | b, lambda: a | P(b), lambda: ChainMap(a) | b, lambda: a | ChainMap(b), lambda: UserDict(a) | b, lambda: Counter('ab') | Counter('bb'))
class D(dict): pass
print(type(D(a) | b), type(a | D(b)))
def ior(x, y): x |= y; return x
t(lambda: ior(dict(a), 5), lambda: ior(dict(a), 'ab'), lambda: ior(dict(a), ['ab']), lambda: ior(P(a), b), lambda: ior(OrderedDict(a), [(5, 6)]))
