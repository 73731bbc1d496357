# exit: 1
# from __future__ import annotations: annotations are strings, as they would be written.
from __future__ import annotations
x: undefined + 1 = 2
def f(a: lambda x,*y:x if  y else[1,2], b: {'a':1,**b}, c: x[1:2, ::3], d: -1**2, *e: *f, g: f"a{b!r:>{c}}" = 1, h: (yield_), i: not a or b and c, j: (1,), k: a.b(c, *d, e=1, **g), l: 'it\'s', m: b"\0", n: 1_0, o: 1e3, p: 0x10, q: await_) -> None: pass
for name, value in f.__annotations__.items(): print(name, value)
class A:
    y: int | None
    (z): str
print(A.__annotations__, __annotations__)
def g(x: (y := 1)): pass
