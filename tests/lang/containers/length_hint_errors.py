# Iterables whose __length_hint__ or __len__ raises; an alias whose list of arguments shrinks while it is shown.
from types import GenericAlias
lst = []
class X:
    def __repr__(self): lst.clear(); return "x"
lst += [X(), 1]
try: print(repr(GenericAlias(int, lst)))
except Exception as e: print(type(e).__name__, e)
lst += [X(), 1]
ga = GenericAlias(int, (lst,3))
try: print(repr(ga))
except Exception as e: print(type(e).__name__, e)
class L(list):
    pass
print(GenericAlias(int, [1,2]).__args__)
b = bytearray(3)
class Bad:
    def __iter__(s): return iter([1])
    def __length_hint__(s): raise RuntimeError('hint')
class BadLen:
    def __iter__(s): return iter([1])
    def __len__(s): raise RuntimeError('len')
for x in (Bad(), BadLen()):
    for i, f in enumerate((b.extend, [].extend, list, tuple, bytes, bytearray, set, dict.fromkeys, sorted, lambda x: [*x], lambda x: b''.join(x), lambda x: ''.join(x), lambda x: (*x,), max, sum, lambda x: {*x})):
        try: print(i, f(x))
        except Exception as e: print(i, type(e).__name__, e)
