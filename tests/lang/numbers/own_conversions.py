# Subclasses of numbers and texts with __float__, __complex__ or __repr__ of their own.
def t(f, x):
    try: print(type(x).__name__, repr(f(x)))
    except Exception as e: print(type(x).__name__, type(e).__name__, '|', e)
class C(int):
    def __float__(self): return 's'
class D(float):
    def __float__(self): return 's'
class F(int):
    def __complex__(self): return 's'
class B(bytes):
    def __repr__(self): return 'R'
class A(bytearray):
    def __repr__(self): return 'R'
import math
for x in C(1), F(1), 2: 
    for f in float, complex, lambda x: complex(x, 1), lambda x: complex(1, x), lambda x: 1.5 + x, math.sqrt: t(f, x)
for x in D(1), 1.5: t(float, x); t(lambda x: complex(x, 1), x); t(math.sqrt, x)
for x in B(b'x'), A(b'x'), bytearray(b'x'):
    for f in int, float, complex, lambda x: int(x, 8): t(f, x)
import warnings; warnings.simplefilter('error')
t(lambda x: complex(x, {}), 1j); t(lambda x: complex(x, 1), 1j); t(lambda x: complex({}, x), 1j)
