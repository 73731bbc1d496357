# Tuples: making, reading, comparing, hashing.
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

t = (1, 2, 3, 2)
print(t[1], t[-1], t[1:3], t[::-1], t + (4,), t * 2, 2 in t, t.index(2), t.index(2, 2), t.count(2))
print(() is tuple(), tuple(t) is t, t[:] is t, (1,), (), tuple('ab'), (1, 2) < (1, 3), (1,) < (1, 0))
print(hash((1, 2, 3)), hash(()), hash((1, (2, 'x'))) == hash((1, (2, 'x'))), hash((0, 0.5)), hash((-1, -2)))
for f in (lambda: t.index(9), lambda: t[9], lambda: t['x'], lambda: t + [1], lambda: hash(([],)), lambda: tuple(1),
          lambda: tuple(a=1), lambda: t.index(1, 'x'), lambda: t.__setitem__(0, 1), lambda: t * 'a'):
    show(f)

class Point(tuple):
    def __new__(cls, x, y):
        return super().__new__(cls, (x, y))

p = Point(1, 2)
p.name = 'p'
print(p, p == (1, 2), type(p[:]), p.__dict__, p.__getnewargs__(), type(p + ()))
deep = ()
for _ in range(100000):
    deep = (deep,)
del deep
