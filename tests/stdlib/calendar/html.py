# calendar: months and years as HTML
import calendar

h = calendar.HTMLCalendar(6)
print(h.formatmonth(2020, 2))
print(h.formatmonth(2020, 2, withyear=False)[:200])
print(h.formatyear(2021, 5))
print(h.formatyearpage(2021, 5, css=None, encoding="ascii")[:400])
print(h.formatyearpage(2021)[:500])
print(calendar.LocaleHTMLCalendar().formatweekheader())


class Mine(calendar.HTMLCalendar):
    cssclasses = [style + " x" for style in calendar.HTMLCalendar.cssclasses]
    cssclass_noday = "none"


print(Mine().formatweek([(0, 0), (1, 1), (2, 6)]))
