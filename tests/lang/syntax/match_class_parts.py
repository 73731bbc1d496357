# Class patterns: names that come twice, wrong __match_args__, too many parts, types that match themselves.
class P:
    __match_args__ = ('x', 'y', 'x')
    def __init__(s): s.x = 1; s.y = 2
class Q: __match_args__ = (1,)
class R: __match_args__ = ['x']
class S(int): pass
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def a():
    match P():
        case P(1, y=2): return 'pos+kw'
def b():
    match P():
        case P(1, x=1): return 'dup'
def c():
    match P():
        case P(1, 2, 3): return 'dup pos'
def d():
    match Q():
        case Q(1): return 'no'
def e():
    match R():
        case R(1): return 'no'
def f():
    match S(3):
        case int(v, real=w): return v, w
def g():
    match 3:
        case int(1, 2): return 'no'
def h():
    match P():
        case P(1, z=3): return 'no'
        case P(x=a, y=b): return a, b
def i():
    match 5:
        case str(x): return 'no'
        case int(real=r, imag=0): return r
def j():
    match P():
        case P(1,2,3,4): return 1
for k in a,b,c,d,e,f,g,h,i,j: t(k)
