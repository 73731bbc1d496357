# datetime and date: sums and differences, and their limits
from datetime import *


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__ + ":", e)


n, d = datetime(2020, 2, 29, 1, 2, 3, 4), date(2020, 2, 28)
a = n.replace(tzinfo=UTC)
e = n.replace(tzinfo=timezone(timedelta(hours=5)))
t = timedelta(days=1, hours=23)
for text in r"""
n + t, t + n, n - t, d + t, t + d, d - t
n - datetime(2020, 1, 1), d - date(2020, 1, 1), date.min - date.max
a - e, e - a, a - a, (a + t).tzinfo
n.replace(fold=1) + t
n - a
a - n
n - d
d - n
t - d
t - n
n + 1
1 - n
d + 1
1 - d
n + n
date.min - timedelta(1)
date.max + timedelta(1)
d + timedelta.max
n + timedelta.max
n - timedelta.max
datetime.min - timedelta.resolution
datetime.max + timedelta.resolution
datetime.max - datetime.min, datetime.min - datetime.max
""".strip().splitlines():
    show(text)
