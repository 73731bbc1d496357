# timedelta: operators, exact and rounded, and what they refuse
from datetime import *


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__ + ":", e)


t = timedelta(days=1, seconds=10, microseconds=3)
for text in r"""
t + t, t - t, -t, +t, abs(-t), abs(timedelta.min)
t * 2, 2 * t, t * True, t * 2.5, 0.1 * t, t * -1e-7
t / 2, t / 2.5, t / -3, t // 2, t // -2
t / t, t / timedelta(0, 7), t // timedelta(0, 7), t % timedelta(0, 7), -t % timedelta(0, 7)
divmod(t, timedelta(0, 7)), divmod(-t, timedelta(0, 7)), divmod(t, -timedelta(0, 7))
timedelta(microseconds=1) / 2, timedelta(microseconds=3) / 2, timedelta(microseconds=5) / 2
timedelta(microseconds=-1) / 2, timedelta(microseconds=-3) / 2, timedelta(microseconds=1) * 0.5
timedelta.max / 10**19, timedelta.max // 10**19, timedelta.max / 10**40, -timedelta.max // 10**40
timedelta(microseconds=1) * 2**63, timedelta.max / timedelta.resolution, timedelta.max // timedelta.resolution
timedelta(0) * 10**50, timedelta(0) / 1e-300, t * 0.0, t / 1e300
t.total_seconds(), timedelta(microseconds=1).total_seconds(), timedelta.max.total_seconds()
bool(t), bool(timedelta(0)), t == timedelta(1, 10, 3), t != t, t < 2 * t, t >= t, t > -t
hash(t) == hash(timedelta(1, 10, 3)), len({timedelta(1), timedelta(hours=24)})
timedelta.max + timedelta.resolution
-timedelta.max
t * 10**20
t * 1e20
t / 1e-20
t * float('nan')
t * float('inf')
t / float('nan')
t / float('inf')
t / 0
t / 0.0
t // 0
t / timedelta(0)
t % timedelta(0)
divmod(t, timedelta(0))
t // 2.5
t % 2
divmod(t, 2)
t * 'a'
t + 1
1 - t
1 / t
t < 1
t == 1, t == None
t.__reduce__()
""".strip().splitlines():
    show(text)
