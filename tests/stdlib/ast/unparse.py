# ast.unparse: every kind of statement, expression and pattern, and that parsing it again gives the same tree
import ast, sys
for src in r'''
a, b = 1, 2
(a, b)
x = yield
not a or b or not c and d
--x; -(-x); not not x; -x ** 2; (-x) ** 2; 2 ** -x; a ** b ** c; (a ** b) ** c; a - (b - c); a - b - c
lambda: 0; lambda *a, b=1, **k: (a, b); (lambda x: x)(1)
f(x for x in y); f(*a, b=1, **c); f((yield))
1 .real; 1.0.real; True.x; 'a'.b; (1).real
[x async for x in y if a if b]; {x: y for x, y in z}; {1, 2}; {**a, 'b': 1}; {*()}
a[1:2, ::3, ...]; a[1,]; a[b:=1]; a[*b]; a[(1, 2)]; a[:]; a[()]
x if y else z if w else v; (x if y else z) if w else v
f'{a!r:>{b}} {c=} \'{d["x"]}\' {{}}'; f"{'a' 'b'}"; f"{x:%Y-%m-%d}"; f"""a
b{c}"""; f"\n{x}"; f'{x!r:^{width}.{precision}}'; f"{ {1: 2}[1] }"; f"'{x}\"'"; f'{a["b"]}'
t'{a + b!s:x}{c}'
b'a\x00'; 'a\nb'; 'it\'s'; "\u00e9\ud800"; u'x'; 1e400; 1j; 10**3; 0xff; -1
def f(a, /, b: int=1, *, c=2, **k) -> x: return
async def f():
    "doc"
    async with a as b, c: await x
    async for x, in y: pass
    else: yield 1
@d
@e(1)
class A[T: int = str, *Ts, **P](B, metaclass=M):
    """Doc
    more \\ \t"""
    x: int
    (y): int = 3
    a.b: int
    def g(self): pass
    class C: pass
try: pass
except A: pass
except (A, B): pass
except (A, B) as c: pass
except: pass
else: pass
finally: pass
try: pass
except* A: pass
if a: pass
elif b: pass
else: pass
while a: break
else: continue
for x, y in z: pass
match x:
    case 1 | 2 | -3 + 4j: pass
    case [a, *b, _] if c: pass
    case {'a': 1, **r}: pass
    case A.B(1, x=2) as q: pass
    case (1 | 2) as z: pass
    case None: pass
type X[T] = list[T]
import a.b as c, d
from . import x
from ..y import *
from z import a as b
global q, r
del a, b[0], (c, d)
assert x, 'm'
raise A from B
raise
a += 1; a @= b; a **= 2
a = b = c, d = e
with (a, b): pass
with (a as b, c as d): pass
print((yield), (await x))
(a := 1); x[(a := 1)]; f(a := 1)
a < b <= c is not d not in e; (a < b) < c; not (a < b)
a and (b or c) and d; (a and b) or c
*a, b = c; print(*a, *b or c)
a if (lambda: 0) else b; (lambda: 0) if a else b
x = (1,); x = (); return_ = [1]
return_
(yield_)
x | y & z ^ w << 2 + 3 * ~4
@(a := b)
def f(): 'doc'; nonlocal_
def f(): '\'\'\'"""\\'
'''.split('\n'):
    pass
import re
text = open(__file__).read().split("r'''", 1)[1].split("'''.split")[0]
chunks = re.split(r'\n(?=[^ \n])', text.strip('\n'))
joined = []
for c in chunks:
    if re.match(r'(except|else|elif|finally|async def f|def f\(\)|class|@e|b\{c)', c) and joined and not c.startswith(('async def','class A')) and not (c.startswith('def f') and not joined[-1].startswith('@')) or (c.startswith('class A')): joined[-1] += '\n' + c
    elif c.startswith('@e') : joined[-1] += '\n' + c
    else: joined.append(c)
for c in joined:
    try: tree = ast.parse(c)
    except SyntaxError as e: print('SKIP', c, e); continue
    out = ast.unparse(tree)
    print(out); print('-----')
    try:
        again = ast.parse(out)
        if ast.dump(again) != ast.dump(tree): print('DIFFERENT', c)
    except SyntaxError as e: print('BAD', e)
print(ast.unparse(ast.Constant((1, (2,), float('nan'))))); print(ast.unparse(ast.Expression(ast.Name('x')))); print(ast.unparse([ast.Pass(), ast.Break()])); print(ast.unparse(ast.alias('x', 'y'))); print(ast.unparse(ast.arguments(args=[ast.arg('x')])))
print(ast.unparse(ast.Set([]))); print(ast.unparse(ast.Name('x'))); 
