# SyntaxErrors of the compiler: message and place.
sources = '''
def f(a, a): pass
def f(a, *, a): pass
lambda a, *a: 1
def f():\\n x = 1\\n global x
def f():\\n print(x)\\n global x
def f(x):\\n global x
def f(x):\\n nonlocal x
def f():\\n nonlocal q
nonlocal x
class C:\\n nonlocal y
x: int\\nglobal x
def f():\\n global x\\n x: int
def f():\\n x: int\\n nonlocal x
def f():\\n global x\\n nonlocal x
def f():\\n from a import *
class C:\\n from a import *
break
continue
if 1:\\n for x in y: pass\\n else: break
while 1:\\n def f(): continue
class C:\\n return 1
return
yield 1
class C: x = yield
[(yield 1) for x in y]
{(yield from z): 1 for x in y}
((yield) for x in y)
await x
def f(): await x
lambda: await x
def f():\\n async with a: pass
def f():\\n async for a in b: pass
def f(): return [x async for x in y]
def f(): return {await z for x in y}
async def f(): yield from x
async def f():\\n yield 1\\n return 2
async def f():\\n def g(): return [i async for i in x]
[i := 0 for i in j]
[[i := 0 for j in k] for i in l]
[i for i in (j := 1)]
[i for i in x for j in (lambda: (k := 1))()]
class C: [j := 1 for i in k]
[j for i in x if (j := i) for j in y]
def f[T, T](): pass
class C[T = int, U]: pass
def f[T](x: (y := 1)): pass
class C[T]((yield)): pass
type A = (yield 1)
type A[T: (await x)] = T
def f[*Ts = (x := 1)](): pass
def f[T]():\\n nonlocal T
f(a=1, b=2, a=3)
f(**x, y=1, y=2)
class C(a=1, a=2): pass
a, *b, *c = x
*a = 1
*a
x = *a
*a, = *b, *c, d
for *a in b: pass
try: pass\\nexcept: pass\\nexcept A: pass
try: pass\\nexcept* A: return
def f():\\n try: pass\\n except* A: return 1
while 1:\\n try: pass\\n except* A: break
while 1:\\n try: pass\\n except* A:\\n  for x in y: break
while 1:\\n try: pass\\n except* A: continue
match x:\\n case _: pass\\n case 1: pass
match x:\\n case y: pass\\n case 1: pass
match x:\\n case y | 1: pass
match x:\\n case (_ as y) | 1: pass
match x:\\n case 1 | y: pass
match x:\\n case [a] | (a, b): pass
match x:\\n case (y, y): pass
match x:\\n case {'a': y, **y}: pass
match x:\\n case [*a, *b]: pass
match x:\\n case {1: a, 1: b}: pass
match x:\\n case {'k': a, -1: c, 'k': b}: pass
match x:\\n case A(a=1, a=2): pass
match x:\\n case A(y, b=y): pass
from __future__ import nothing
from __future__ import braces
x = 1\\nfrom __future__ import annotations
def f():\\n from __future__ import annotations
__debug__ = 1
del __debug__
def f(__debug__): pass
f(__debug__=1)
x.__debug__ = 1
import __debug__
import a as __debug__
for __debug__ in x: pass
(__debug__ := 1)
class __debug__: pass
with a as __debug__: pass
'''.strip().split("\n")
for s in sources:
    s = s.replace("\\n", "\n")
    try:
        compile(s, "<test>", "exec")
        print(repr(s), "compiles")
    except SyntaxError as e:
        print(repr(s), "|", e.msg, "|", e.lineno, e.offset, e.end_lineno, e.end_offset, len(e.args))
nested = "".join(" " * i + "for x in y:\n" for i in range(22)) + " " * 22 + "pass\n"
for s in (nested, nested.replace("for x in y", "while x"), nested.replace("for x in y", "with x")):
    try:
        compile(s, "<test>", "exec")
    except SyntaxError as e:
        print(e.msg, e.lineno, e.offset)
