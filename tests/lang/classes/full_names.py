# Messages that name a class with what is around it, and those that do not.
import collections
class N:
    class L(list): pass
    class S: __slots__ = 'a'
x = N.L()
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, '|', e)
for f in (lambda: str(b'', x), lambda: str(b'', None), lambda: bytes('', x), lambda: ''.encode(x), lambda: bytes.fromhex(x), lambda: complex(x),
          lambda: complex(1, x), lambda: float(x), lambda: {x}, lambda: {x: 1}, lambda: {collections.deque(): 1}, lambda: '%c' % x, lambda: b'%c' % x,
          lambda: N.S().a, lambda: '' + x, lambda: hash(x)): t(f)
try:
    with x: pass
except TypeError as e: print(e)
N.L.__module__ = 'elsewhere'; t(lambda: {x})
N.L.__module__ = 3; t(lambda: {x})
