# dates, times and datetimes: order and equality, naive and aware
from datetime import *


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__ + ":", e)


n, d = datetime(2020, 1, 1), date(2020, 1, 1)
a = n.replace(tzinfo=UTC)
e = datetime(2020, 1, 1, 5, tzinfo=timezone(timedelta(hours=5)))
for text in r"""
d < date(2020, 1, 2), d <= d, d > date(2019, 12, 31), d == date(2020, 1, 1), d != date(2020, 1, 1)
n < datetime(2020, 1, 1, 0, 0, 0, 1), n == datetime(2020, 1, 1), n >= datetime(2019, 12, 31, 23, 59, 59, 999999)
a == e, a < e, a <= e, hash(a) == hash(e), len({a, e})
n == a, n != a, n == d, d == n, d != n
n < a
a >= n
n < d
d < n
d < 1
n < None
n == 1, d == 'a'
n == n.replace(fold=1), hash(n) == hash(n.replace(fold=1)), hash(d) == hash(date(2020, 1, 1))
sorted([date(2020, 3, 1), date(2019, 5, 1), date(2020, 2, 1)])
max(datetime(2020, 3, 1), datetime(2019, 5, 1)), min(a, e)
""".strip().splitlines():
    show(text)
