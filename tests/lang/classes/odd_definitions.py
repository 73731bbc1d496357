# Classes that are refused: both sequence and mapping, a docstring that is no text, a copy of another type.
import types
try:
    from collections.abc import Sequence, Mapping, Collection
    class Both(Collection): __abc_tpflags__ = Sequence.__flags__ | Mapping.__flags__
except TypeError as e: print(e)
class MyNS(types.SimpleNamespace):
    def __new__(cls, *a, **k): return 5
try: types.SimpleNamespace.__replace__(types.SimpleNamespace.__new__(types.SimpleNamespace)); 
except Exception as e: print(e)
class B(types.SimpleNamespace): pass
b = B(a=1)
B.__new__ = lambda *a: 5
import copy
try: copy.replace(b, a=2)
except TypeError as e: print(e)
import sys
def tb():
    try: 1/0
    except Exception as e: return e.__traceback__
print(dir(tb()))
try: type('A', (), {'__doc__': 'x\udcdcy'})
except UnicodeEncodeError as e: print(e)
A = type('A', (), {})
A.__doc__ = 'x\udcdcy'; print(ascii(A.__doc__))
