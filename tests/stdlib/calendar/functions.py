# calendar: functions, names, enumerations, errors
import calendar
import warnings

warnings.simplefilter("ignore")
for text in r"""
calendar.monthrange(2020, 2), calendar.monthrange(2021, 2), calendar.monthcalendar(2020, 2)
calendar.isleap(2000), calendar.isleap(1900), calendar.isleap(2024), calendar.leapdays(2000, 2020)
calendar.weekday(2020, 1, 1), calendar.weekday(20200, 1, 3), calendar.weekday(-5, 1, 1)
calendar.timegm((2020, 1, 1, 0, 0, 0)), calendar.timegm((1969, 12, 31, 23, 59, 59, 0, 0, 0))
list(calendar.month_name), list(calendar.month_abbr), list(calendar.day_name), list(calendar.day_abbr)
calendar.day_name[-1], calendar.day_name[1:3], len(calendar.month_name), calendar.month_name[13]
calendar.Day.MONDAY, calendar.Month(3), calendar.MARCH + 1, calendar.SUNDAY, list(calendar.Day), calendar.January, calendar.February
calendar.Foo
calendar.monthrange(2020, 13)
calendar.month(2020, 0)
calendar.HTMLCalendar().formatmonth(2020, 13)
calendar.setfirstweekday(7)
calendar.setfirstweekday(-1)
calendar.weekday(2020, 1, 40)
calendar.IllegalMonthError(5), str(calendar.IllegalMonthError(13)), calendar.IllegalMonthError(13).month
str(calendar.IllegalWeekdayError(5)), calendar.IllegalMonthError.__mro__
calendar.Calendar(8).firstweekday, calendar.Calendar(-1).getfirstweekday()
calendar.__all__
""".strip().splitlines():
    try:
        print(text, "->", eval(text))
    except Exception as e:
        print(text, "!!", type(e).__name__, e)
