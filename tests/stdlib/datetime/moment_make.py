# datetime: construction, fields, parts, replace, combine
from datetime import *


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__ + ":", e)


n = datetime(2020, 2, 29, 1, 2, 3, 4)
for text in r"""
n, str(n), n.year, n.hour, n.microsecond, n.fold, n.tzinfo
datetime(1, 1, 1), datetime(1, 1, 1, 0, 0, 5), datetime(1, 1, 1, microsecond=5), datetime(1, 1, 1, fold=1, tzinfo=UTC)
n.date(), n.time(), n.timetz(), n.replace(tzinfo=UTC).timetz(), n.replace(tzinfo=UTC).time()
datetime()
datetime(1)
datetime(1, 1, 1, 1, 1, 1, 1, None, 1)
datetime(1, 1, 1, 1, 1, 1, 1, None, 1, 1)
datetime(1, 1, 1, hour=24)
datetime(1, 1, 1, 1.0)
datetime(1, 1, 1, tzinfo=3)
datetime(1, 1, 1, fold=3)
datetime(1, 1, 1, x=3)
n.replace(year=2021)
n.replace(hour=5, fold=1), n.replace(2024, tzinfo=UTC), n.__replace__(minute=0)
n.replace(tzinfo=3)
n.replace(fold=3)
n.replace(1, 1, 1, 1, 1, 1, 1, None, 1)
datetime.combine(date(1, 2, 3), time(4, 5)), datetime.combine(n, time(4, tzinfo=UTC, fold=1))
datetime.combine(date(1, 2, 3), time(4, tzinfo=UTC), None), datetime.combine(date(1, 2, 3), time(4), tzinfo=UTC)
datetime.combine(1, 2)
datetime.combine(n, 2)
datetime.combine(n, time(1), 3)
datetime.combine(n)
datetime.fromordinal(5), datetime.fromisocalendar(2020, 1, 1)
n.isocalendar(), n.weekday(), n.toordinal(), n.ctime()
n.timetuple(), n.utctimetuple()
datetime.min, datetime.max, datetime.resolution
isinstance(n, date), datetime.__mro__
""".strip().splitlines():
    show(text)
