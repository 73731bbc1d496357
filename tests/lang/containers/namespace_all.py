# SimpleNamespace: attributes, repr, comparison, replace.
def t(*actions):
    for f in actions:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)

from types import SimpleNamespace as N
import copy
n = N(b=1, a='x')
t(lambda: n, lambda: N(), lambda: N({'q': 1}), lambda: N([('z', 2)], y=3), lambda: N(5), lambda: N({1: 2}), lambda: N({}, {}), lambda: n == N(a='x', b=1), lambda: n == 5, lambda: n < N(), lambda: n.c, lambda: vars(n), lambda: n.__reduce__()[2], lambda: copy.replace(n, b=9), lambda: n.__replace__(1), lambda: hash(n), lambda: N(**{'not valid': 1}))
n.self = n
print(n)
del n.self
try: del n.nosuch
except AttributeError as e: print(e)
class S(N):
    def __repr__(self): return 'S'
class T(N): pass
print(S(a=1), T(a=1), N(t=T(x=1)), T(a=1) == N(a=1))
