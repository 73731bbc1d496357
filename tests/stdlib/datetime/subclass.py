# Subclasses: what operations call the class for, and what the others give
from datetime import *


def logged(base):
    class Sub(base):
        def __new__(cls, *args, **kwargs):
            print("   ", base.__name__, args, kwargs)
            return super().__new__(cls, *args, **kwargs)
    return Sub


D, T, N, S = logged(date), logged(time), logged(datetime), logged(timedelta)
d, t, n, s = D(2020, 1, 1), T(1, 2, 3), N(2020, 1, 1, 5), S(1)
print(repr(d), repr(t), repr(n), repr(s))
for text in r"""
d + s
d - s
d.replace(year=3)
n + s
n.replace(hour=3, fold=1)
n.replace(tzinfo=UTC) + s
t.replace(hour=3, fold=1)
D.fromordinal(5)
D.fromisoformat('2020-01-01')
D.fromisocalendar(2020, 1, 1)
D.strptime('2020', '%Y')
N.fromisoformat('2020-01-01T10:00+01:00')
N.fromordinal(3)
N.combine(d, t)
N.strptime('2020', '%Y')
T.fromisoformat('10:00')
T.strptime('10', '%H')
n.date(), n.time(), n.timetz()
s + s, -s, s * 2, s / 2, s % s, abs(s), n - n, d - d
timezone(S(hours=1)).utcoffset(None)
N.min, D.max
""".strip().splitlines():
    print(text)
    r = eval(text)
    print("   ", type(r).__name__, repr(r))


class Plain(datetime):
    def isoformat(self, *args):
        return "mine" + repr(args)


p = Plain(2020, 1, 1)
p.attribute = 5
print(p, f"{p}", p == datetime(2020, 1, 1), p.attribute, type(p + timedelta(1)) is Plain)
