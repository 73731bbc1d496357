# calendar: the days of months and years in every form; first weekdays; the ends of the range
import calendar

for first in range(7):
    c = calendar.Calendar(first)
    print(list(c.iterweekdays()), c.monthdayscalendar(2021, 2), list(c.itermonthdays(2015, 8))[:10])
c = calendar.Calendar()
print(list(c.itermonthdays2(2020, 2))[:8], list(c.itermonthdays3(2020, 12))[-6:], list(c.itermonthdays4(2021, 1))[:6])
print([str(d) for d in c.itermonthdates(2020, 2)][:8], c.monthdatescalendar(2021, 2)[0][0], c.monthdays2calendar(2020, 6)[-1])
print([len(row) for row in c.yeardayscalendar(2020, 5)], c.yeardays2calendar(2020)[0][0][0], c.yeardatescalendar(2020)[3][2][-1][-1])
print(list(c.itermonthdays3(1, 1))[0], list(c.itermonthdays3(9999, 12))[-1])
try:
    list(c.itermonthdates(9999, 12))
except (ValueError, OverflowError) as e:
    print(type(e).__name__)
print(sum(1 for y in range(1, 400) for m in range(1, 13) if calendar.weekday(y, m, 13) == calendar.FRIDAY))
