"""Calendars of months and years, as tables of text or HTML, and what is needed to lay them out.

Weeks begin on Monday (0) unless something else is asked for. Months are numbers from 1 to 12; a day 0 in a week belongs
to another month.
"""

import datetime
import sys
from enum import IntEnum, global_enum

__all__ = ["IllegalMonthError", "IllegalWeekdayError", "setfirstweekday", "firstweekday", "isleap", "leapdays",
           "weekday", "monthrange", "monthcalendar", "prmonth", "month", "prcal", "calendar", "timegm", "month_name",
           "month_abbr", "day_name", "day_abbr", "Calendar", "TextCalendar", "HTMLCalendar", "LocaleTextCalendar",
           "LocaleHTMLCalendar", "weekheader", "Day", "Month", "JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE",
           "JULY", "AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER", "MONDAY", "TUESDAY", "WEDNESDAY",
           "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"]

error = ValueError


class IllegalMonthError(ValueError, IndexError):
    """A month is no number from 1 to 12."""

    def __init__(self, month):
        self.month = month

    def __str__(self):
        return "bad month number %r; must be 1-12" % self.month


class IllegalWeekdayError(ValueError):
    """A weekday is no number from 0 to 6."""

    def __init__(self, weekday):
        self.weekday = weekday

    def __str__(self):
        return "bad weekday number %r; must be 0 (Monday) to 6 (Sunday)" % self.weekday


@global_enum
class Month(IntEnum):
    JANUARY, FEBRUARY, MARCH, APRIL, MAY, JUNE, JULY, AUGUST, SEPTEMBER, OCTOBER, NOVEMBER, DECEMBER = range(1, 13)


@global_enum
class Day(IntEnum):
    MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)


def __getattr__(name):
    if name in ('January', 'February'):
        import warnings
        warnings.warn(f"The '{name}' attribute is deprecated, use '{name.upper()}' instead", DeprecationWarning,
                      stacklevel=2)
        return 1 if name == 'January' else 2
    raise AttributeError(f"module '{__name__}' has no attribute '{name}'")


# --- names ---

class _Names:
    """A sequence of names that strftime makes of dates, in the locale that is set when they are asked for."""

    def __init__(self, format):
        self.format = format

    def __getitem__(self, i):
        dates = self._dates[i]
        if isinstance(i, slice):
            return [date(self.format) for date in dates]
        return dates(self.format)

    def __len__(self):
        return len(self._dates)


class _MonthNames(_Names):
    _dates = [lambda format: ""] + [datetime.date(2001, month, 1).strftime for month in range(1, 13)]


class _DayNames(_Names):
    _dates = [datetime.date(2001, 1, day).strftime for day in range(1, 8)]  # a Monday comes first


day_name, day_abbr = _DayNames('%A'), _DayNames('%a')
month_name, month_abbr = _MonthNames('%B'), _MonthNames('%b')


# --- the calendar ---

def isleap(year):
    """Has the year a leap day?"""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def leapdays(y1, y2):
    """The number of leap years from y1 up to but not including y2."""
    def before(year):
        return (year - 1) // 4 - (year - 1) // 100 + (year - 1) // 400
    return before(y2) - before(y1)


def weekday(year, month, day):
    """The weekday of a date, of any year: the calendar repeats itself every 400 years."""
    if not datetime.MINYEAR <= year <= datetime.MAXYEAR:
        year = 2000 + year % 400
    return Day(datetime.date(year, month, day).weekday())


def _days_in(year, month):
    if not 1 <= month <= 12:
        raise IllegalMonthError(month)
    return 29 if month == 2 and isleap(year) else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def monthrange(year, month):
    """The weekday of the first day of a month, and the number of its days."""
    days = _days_in(year, month)
    return weekday(year, month, 1), days


def _in_rows(items, width):
    return [items[i:i + width] for i in range(0, len(items), width)]


class Calendar:
    """What calendars of all kinds have in common: the weeks of months and the months of years."""

    def __init__(self, firstweekday=0):
        self.firstweekday = firstweekday

    def getfirstweekday(self):
        return self._firstweekday % 7

    def setfirstweekday(self, firstweekday):
        self._firstweekday = firstweekday

    firstweekday = property(getfirstweekday, setfirstweekday)

    def iterweekdays(self):
        """The seven weekdays, the first one of a week first."""
        for i in range(7):
            yield (self.firstweekday + i) % 7

    def _around(self, year, month):
        """Days of the weeks of a month: how many belong to the month before, to itself, and to the one behind."""
        first, days = monthrange(year, month)
        before = (first - self.firstweekday) % 7
        return before, days, -(before + days) % 7

    def itermonthdays(self, year, month):
        """The days of the weeks of a month; 0 for those of other months."""
        before, days, behind = self._around(year, month)
        yield from [0] * before
        yield from range(1, days + 1)
        yield from [0] * behind

    def itermonthdays2(self, year, month):
        """(day, weekday) likewise."""
        for i, day in enumerate(self.itermonthdays(year, month), self.firstweekday):
            yield day, i % 7

    def itermonthdays3(self, year, month):
        """(year, month, day) of the days of the weeks of a month."""
        before, days, behind = self._around(year, month)
        previous = (year - 1, 12) if month == 1 else (year, month - 1)
        following = (year + 1, 1) if month == 12 else (year, month + 1)
        last = _days_in(*previous) + 1
        for day in range(last - before, last):
            yield *previous, day
        for day in range(1, days + 1):
            yield year, month, day
        for day in range(1, behind + 1):
            yield *following, day

    def itermonthdays4(self, year, month):
        """(year, month, day, weekday) likewise."""
        for i, date in enumerate(self.itermonthdays3(year, month), self.firstweekday):
            yield *date, i % 7

    def itermonthdates(self, year, month):
        """The same as dates."""
        for date in self.itermonthdays3(year, month):
            yield datetime.date(*date)

    def monthdatescalendar(self, year, month):
        """The weeks of a month as lists of dates."""
        return _in_rows([*self.itermonthdates(year, month)], 7)

    def monthdays2calendar(self, year, month):
        """The weeks of a month as lists of (day, weekday)."""
        return _in_rows([*self.itermonthdays2(year, month)], 7)

    def monthdayscalendar(self, year, month):
        """The weeks of a month as lists of days."""
        return _in_rows([*self.itermonthdays(year, month)], 7)

    def yeardatescalendar(self, year, width=3):
        """The months of a year in rows of `width`, as monthdatescalendar gives them."""
        return _in_rows([self.monthdatescalendar(year, month) for month in Month], width)

    def yeardays2calendar(self, year, width=3):
        """The months of a year in rows of `width`, as monthdays2calendar gives them."""
        return _in_rows([self.monthdays2calendar(year, month) for month in Month], width)

    def yeardayscalendar(self, year, width=3):
        """The months of a year in rows of `width`, as monthdayscalendar gives them."""
        return _in_rows([self.monthdayscalendar(year, month) for month in Month], width)


# --- text ---

_MONTH_WIDTH = 7 * 3 - 1
_GAP = 6


def formatstring(cols, colwidth=_MONTH_WIDTH, spacing=_GAP):
    """Texts centred in columns."""
    return (' ' * spacing).join(text.center(colwidth) for text in cols)


def format(cols, colwidth=_MONTH_WIDTH, spacing=_GAP):
    """Prints texts centred in columns."""
    print(formatstring(cols, colwidth, spacing))


class TextCalendar(Calendar):
    """Calendars as plain text. w is the width of a day's column, l the number of lines of a week."""

    def prweek(self, theweek, width):
        """Prints a week, a list of (day, weekday)."""
        print(self.formatweek(theweek, width), end='')

    def formatday(self, day, weekday, width):
        return ('%2i' % day if day else '').center(width)

    def formatweek(self, theweek, width):
        return ' '.join(self.formatday(day, weekday, width) for day, weekday in theweek)

    def formatweekday(self, day, width):
        names = day_name if width >= 9 else day_abbr
        return names[day][:width].center(width)

    def formatweekheader(self, width):
        return ' '.join(self.formatweekday(day, width) for day in self.iterweekdays())

    def formatmonthname(self, theyear, themonth, width, withyear=True):
        if not 1 <= themonth <= 12:
            raise IllegalMonthError(themonth)
        name = month_name[themonth]
        return ("%s %r" % (name, theyear) if withyear else name).center(width)

    def prmonth(self, theyear, themonth, w=0, l=0):
        """Prints a month."""
        print(self.formatmonth(theyear, themonth, w, l), end='')

    def formatmonth(self, theyear, themonth, w=0, l=0):
        """A month as text of several lines."""
        w, l = max(2, w), max(1, l)
        lines = [self.formatmonthname(theyear, themonth, 7 * (w + 1) - 1), self.formatweekheader(w)]
        lines += [self.formatweek(week, w) for week in self.monthdays2calendar(theyear, themonth)]
        return ''.join(line.rstrip() + '\n' * l for line in lines)

    def formatyear(self, theyear, w=2, l=1, c=6, m=3):
        """A year as text, m months in a row with c spaces between them."""
        w, l, c = max(2, w), max(1, l), max(2, c)
        width = (w + 1) * 7 - 1
        header = self.formatweekheader(w)
        out = [repr(theyear).center(width * m + c * (m - 1)).rstrip(), '\n' * l]
        for i, row in enumerate(self.yeardays2calendar(theyear, m)):
            months = range(m * i + 1, min(m * (i + 1) + 1, 13))
            names = (self.formatmonthname(theyear, month, width, False) for month in months)
            out += ['\n' * l, formatstring(names, width, c).rstrip(), '\n' * l,
                    formatstring((header for _ in months), width, c).rstrip(), '\n' * l]
            for k in range(max(map(len, row))):
                weeks = (self.formatweek(month[k], w) if k < len(month) else '' for month in row)
                out += [formatstring(weeks, width, c).rstrip(), '\n' * l]
        return ''.join(out)

    def pryear(self, theyear, w=0, l=0, c=6, m=3):
        """Prints a year."""
        print(self.formatyear(theyear, w, l, c, m), end='')


# --- HTML ---

_TABLE = '<table border="0" cellpadding="0" cellspacing="0" class="%s">'


class HTMLCalendar(Calendar):
    """Calendars as HTML tables, whose parts have CSS classes."""

    cssclasses = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    cssclasses_weekday_head = cssclasses
    cssclass_noday = "noday"
    cssclass_month_head = "month"
    cssclass_month = "month"
    cssclass_year_head = "year"
    cssclass_year = "year"

    def formatday(self, day, weekday):
        if day == 0:
            return '<td class="%s">&nbsp;</td>' % self.cssclass_noday
        return '<td class="%s">%d</td>' % (self.cssclasses[weekday], day)

    def formatweek(self, theweek):
        return '<tr>%s</tr>' % ''.join(self.formatday(day, weekday) for day, weekday in theweek)

    def formatweekday(self, day):
        return '<th class="%s">%s</th>' % (self.cssclasses_weekday_head[day], day_abbr[day])

    def formatweekheader(self):
        return '<tr>%s</tr>' % ''.join(map(self.formatweekday, self.iterweekdays()))

    def formatmonthname(self, theyear, themonth, withyear=True):
        if not 1 <= themonth <= 12:
            raise IllegalMonthError(themonth)
        title = '%s %s' % (month_name[themonth], theyear) if withyear else str(month_name[themonth])
        return '<tr><th colspan="7" class="%s">%s</th></tr>' % (self.cssclass_month_head, title)

    def formatmonth(self, theyear, themonth, withyear=True):
        """A month as a table."""
        rows = [_TABLE % self.cssclass_month, self.formatmonthname(theyear, themonth, withyear=withyear),
                self.formatweekheader(), *map(self.formatweek, self.monthdays2calendar(theyear, themonth)), '</table>']
        return '\n'.join(rows) + '\n'

    def formatyear(self, theyear, width=3):
        """A year as a table of tables, `width` of them in a row."""
        width = max(width, 1)
        out = [_TABLE % self.cssclass_year, '\n',
               '<tr><th colspan="%d" class="%s">%s</th></tr>' % (width, self.cssclass_year_head, theyear)]
        for months in _in_rows(list(Month), width):
            cells = ('<td>%s</td>' % self.formatmonth(theyear, month, withyear=False) for month in months)
            out.append('<tr>%s</tr>' % ''.join(cells))
        return ''.join(out) + '</table>'

    def formatyearpage(self, theyear, width=3, css='calendar.css', encoding=None):
        """A page with a year, as bytes."""
        if encoding is None:
            encoding = 'utf-8'
        lines = ['<?xml version="1.0" encoding="%s"?>' % encoding,
                 '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" '
                 '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">',
                 '<html>', '<head>', '<meta http-equiv="Content-Type" content="text/html; charset=%s" />' % encoding]
        if css is not None:
            lines.append('<link rel="stylesheet" type="text/css" href="%s" />' % css)
        lines += ['<title>Calendar for %d</title>' % theyear, '</head>', '<body>',
                  self.formatyear(theyear, width) + '</body>', '</html>', '']
        return '\n'.join(lines).encode(encoding, "xmlcharrefreplace")


# --- other languages ---

class different_locale:
    """A context in which names come from another locale."""

    def __init__(self, locale):
        self.locale = locale
        self.oldlocale = None

    def __enter__(self):
        if self.locale is not None:
            import locale
            self.oldlocale = locale.setlocale(locale.LC_TIME, None)
            locale.setlocale(locale.LC_TIME, self.locale)

    def __exit__(self, *args):
        if self.locale is not None:
            import locale
            locale.setlocale(locale.LC_TIME, self.oldlocale)


class LocaleTextCalendar(TextCalendar):
    """A TextCalendar with the names of a locale; None: of the one that is set."""

    def __init__(self, firstweekday=0, locale=None):
        TextCalendar.__init__(self, firstweekday)
        self.locale = locale

    def formatweekday(self, day, width):
        with different_locale(self.locale):
            return super().formatweekday(day, width)

    def formatmonthname(self, theyear, themonth, width, withyear=True):
        with different_locale(self.locale):
            return super().formatmonthname(theyear, themonth, width, withyear)


class LocaleHTMLCalendar(HTMLCalendar):
    """An HTMLCalendar with the names of a locale; None: of the one that is set."""

    def __init__(self, firstweekday=0, locale=None):
        HTMLCalendar.__init__(self, firstweekday)
        self.locale = locale

    def formatweekday(self, day):
        with different_locale(self.locale):
            return super().formatweekday(day)

    def formatmonthname(self, theyear, themonth, withyear=True):
        with different_locale(self.locale):
            return super().formatmonthname(theyear, themonth, withyear)


# --- functions for a calendar that all share ---

c = TextCalendar()

firstweekday = c.getfirstweekday
monthcalendar = c.monthdayscalendar
prweek = c.prweek
week = c.formatweek
weekheader = c.formatweekheader
prmonth = c.prmonth
month = c.formatmonth
calendar = c.formatyear
prcal = c.pryear


def setfirstweekday(firstweekday):
    """Sets the weekday with which the weeks of the functions begin."""
    if not MONDAY <= firstweekday <= SUNDAY:
        raise IllegalWeekdayError(firstweekday)
    c.firstweekday = firstweekday


EPOCH = 1970


def timegm(tuple):
    """Seconds since the epoch of a time tuple in UTC: the reverse of time.gmtime."""
    year, month, day, hour, minute, second = tuple[:6]
    days = datetime.date(year, month, 1).toordinal() - datetime.date(EPOCH, 1, 1).toordinal() + day - 1
    return ((days * 24 + hour) * 60 + minute) * 60 + second


# --- python -m calendar ---

def main(args=None):
    """Prints the calendar of a year or month."""
    import argparse
    parser = argparse.ArgumentParser()
    text = parser.add_argument_group('text only arguments')
    html = parser.add_argument_group('html only arguments')
    text.add_argument("-w", "--width", type=int, default=2, help="width of date column (default 2)")
    text.add_argument("-l", "--lines", type=int, default=1, help="number of lines for each week (default 1)")
    text.add_argument("-s", "--spacing", type=int, default=6, help="spacing between months (default 6)")
    text.add_argument("-m", "--months", type=int, default=3, help="months per row (default 3)")
    html.add_argument("-c", "--css", default="calendar.css", help="CSS to use for page")
    parser.add_argument("-L", "--locale", default=None, help="locale to use for month and weekday names")
    parser.add_argument("-e", "--encoding", default=None, help="encoding to use for output (default utf-8)")
    parser.add_argument("-t", "--type", default="text", choices=("text", "html"), help="output type (text or html)")
    parser.add_argument("-f", "--first-weekday", type=int, default=0,
                        help="weekday (0 is Monday, 6 is Sunday) to start each week (default 0)")
    parser.add_argument("year", nargs='?', type=int, help="year number")
    parser.add_argument("month", nargs='?', type=int, help="month number (1-12)")
    options = parser.parse_args(args)
    if options.locale and not options.encoding:
        parser.error("if --locale is specified --encoding is required")
    year = datetime.date.today().year if options.year is None else options.year
    if options.type == "html":
        page = LocaleHTMLCalendar(options.first_weekday, options.locale)
        if options.month is not None:
            parser.error("incorrect number of arguments")
        sys.stdout.buffer.write(page.formatyearpage(year, css=options.css, encoding=options.encoding))
        return
    table = LocaleTextCalendar(options.first_weekday, options.locale)
    if options.month is None:
        result = table.formatyear(year, options.width, options.lines, options.spacing, options.months)
    else:
        result = table.formatmonth(year, options.month, options.width, options.lines)
    if options.encoding:
        sys.stdout.buffer.write(result.encode(options.encoding))
    else:
        sys.stdout.write(result)


if __name__ == "__main__":
    main()
