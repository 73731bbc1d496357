# date: construction, what is refused, and replace
from datetime import *


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__ + ":", e)


d = date(2020, 2, 29)
for text in r"""
d, str(d), d.year, d.month, d.day
date(year=1, month=2, day=3)
date(True, True, True)
date()
date(1, 2)
date(1, 2, 3, 4)
date(2020, 1, foo=4)
date('a', 1, 1)
date(1.0, 1, 1)
date('a')
date(10**10, 1, 1)
date(10**30, 1, 1)
date(0, 1, 1)
date(10000, 1, 1)
date(2020, 13, 1)
date(2021, 2, 29)
date(1900, 2, 29)
date(2000, 2, 29)
d.replace(day=1), d.replace(2024), d.__replace__(month=3)
d.replace(2021)
d.replace(x=1)
d.replace(1, 2, 3, 4)
d.replace(year=None)
date.min, date.max, date.resolution
d.x
""".strip().splitlines():
    show(text)
