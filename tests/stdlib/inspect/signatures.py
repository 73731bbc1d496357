# signature() of functions, methods, classes, partials and built-ins
import functools
import inspect

def f(a, /, b, c=1, *args, d, e: 'int' = 2, **kw) -> str: pass
def h(a, *, k): pass
class Meta(type):
    def __call__(cls, x): pass
class A(metaclass=Meta):
    def __init__(self, q): pass
class B:
    def __new__(cls, u, v=1): pass
    def m(self, a, b): pass
    half = functools.partialmethod(m, 1)
    def __call__(self, z): pass
    sm, cm = staticmethod(m), classmethod(m)
class Sub(B):
    def __init__(self, only): pass
def wrapped(*a): pass
wrapped.__wrapped__ = f
partial, P = functools.partial, functools.Placeholder

for o in (f, A, B, Sub, B.m, B.half, B.sm, B.cm, Sub.__new__, print, len, [].append, list.append, object, wrapped,
          partial(f, 1), partial(f, 1, b=3), partial(f, 1, 2, c=4), partial(f, P, 2), partial(f, P, 2, P, 4)):
    print(inspect.signature(o))
print(inspect.signature(wrapped, follow_wrapped=False))
print(inspect.signature(f, eval_str=True))
loop = lambda: 0
loop.__wrapped__ = loop
for o in 3, int, min, partial(h, 1, 2, 3), loop:
    try:
        inspect.signature(o)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, str(e).split(' at 0x')[0])
