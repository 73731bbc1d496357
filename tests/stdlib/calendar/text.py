# calendar: months and years as text
import calendar

calendar.prmonth(2020, 2)
calendar.TextCalendar(6).prmonth(2021, 5, w=3, l=2)
print(calendar.calendar(2021, m=4))
print(calendar.TextCalendar(3).formatyear(2024, w=3, l=1, c=2, m=2))
print(calendar.TextCalendar().formatmonth(2020, 2, w=10))
print(calendar.weekheader(2), calendar.weekheader(9), calendar.week([(1, 0), (0, 1), (2, 2)], 4))
calendar.setfirstweekday(calendar.SUNDAY)
print(calendar.firstweekday(), calendar.month(2020, 3))
calendar.setfirstweekday(0)
print(calendar.LocaleTextCalendar().formatmonth(2020, 1))
print(calendar.formatstring(["a", "b"], 5, 2) + "|")
