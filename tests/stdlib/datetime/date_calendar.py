# date: ordinals, weekdays and weeks, and back
from datetime import *


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__ + ":", e)


d = date(2021, 1, 3)
for text in r"""
d.toordinal(), d.weekday(), d.isoweekday()
date.fromordinal(1), date.fromordinal(3652059), date.fromordinal(738000)
date.fromordinal(0)
date.fromordinal(3652060)
date.fromordinal('a')
date.fromordinal()
all(date.fromordinal(n).toordinal() == n for n in range(1, 3652060, 9973))
all(date(y, 3, 1).toordinal() - date(y, 2, 28).toordinal() == (2 if y % 4 == 0 and (y % 100 or y % 400 == 0) else 1) for y in range(1, 3000, 7))
d.isocalendar()
d.isocalendar().week, d.isocalendar()[0], tuple(d.isocalendar())
type(d.isocalendar())(year=1, week=2, weekday=3)
type(d.isocalendar())(1, 2)
d.isocalendar().__reduce__()
d.isocalendar() == (2020, 53, 7), d.isocalendar() < (2021,)
date.fromisocalendar(2020, 53, 7), date.fromisocalendar(2020, 1, 1), date.fromisocalendar(1, 1, 1)
date.fromisocalendar(2021, 53, 1)
date.fromisocalendar(2020, 1, 8)
date.fromisocalendar(0, 1, 1)
date.fromisocalendar(10**20, 1, 1)
date.fromisocalendar(9999, 52, 7)
date.fromisocalendar(2020, 1)
all(date.fromisocalendar(*date.fromordinal(n).isocalendar()).toordinal() == n for n in range(1, 3652060, 9973))
d.timetuple()
d.ctime()
""".strip().splitlines():
    show(text)
