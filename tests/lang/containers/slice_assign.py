# slice assignment and deletion of every kind.
def show(f):
    l = list(range(8))
    try: f(l)
    except Exception as e: print(type(e).__name__, e, end=' ')
    print(l)
def a(l): l[2:4] = 'xyz'
def b(l): l[5:2] = [9]
def c(l): l[::2] = 'abcd'
def d(l): l[::2] = 'ab'
def e(l): l[::-1] = range(8)
def f(l): l[1:7:3] = [0, 0]
def g(l): del l[::3]
def h(l): del l[::-2]
def i(l): del l[2:100]
def j(l): l[:] = l
def k(l): l[3:] = l
def m(l): l[-100:2] = []
def n(l): l[8:] = (x for x in 'gen')
def o(l): l[1:2] = 5
def p(l): l[::2] = 5
def q(l): l[::0] = []
def r(l): l['a':] = []
def s(l): del l[7:2:-2]
def u(l): l[2:2] = {'k': 1}
for fn in (a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q, r, s, u): show(fn)
