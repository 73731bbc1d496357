"""Reads dates and times from text: the reverse of strftime, for time.strptime and datetime.

The format is read as a row of fields, white space, and text that must be there as it is, and becomes a regular
expression, which is kept for the next time.
"""

import re
import time

__all__ = []

_WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
_MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november',
           'december']
_SHORT_WEEKDAYS = [name[:3] for name in _WEEKDAYS]
_SHORT_MONTHS = [name[:3] for name in _MONTHS]
_COMPOSITE = {'c': '%a %b %d %H:%M:%S %Y', 'x': '%m/%d/%y', 'X': '%H:%M:%S', 'T': '%H:%M:%S', 'R': '%H:%M',
              'r': '%I:%M:%S %p'}
_SAME_AS = {'e': 'd', 'k': 'H', 'l': 'I', 'P': 'p'}


# --- the calendar ---

def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_in_month(year, month):
    return 29 if month == 2 and _is_leap(year) else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def _days_before_month(year, month):
    before = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)[month - 1]
    return before + 1 if month > 2 and _is_leap(year) else before


def _days_before_year(year):
    y = year - 1
    return y * 365 + y // 4 - y // 100 + y // 400


def _ordinal(year, month, day):
    """The day's number; 1 is the first of January of the year 1, a Monday."""
    return _days_before_year(year) + _days_before_month(year, month) + day


def _from_ordinal(n):
    year = (n - 1) // 366 + 1
    while _days_before_year(year + 1) < n:
        year += 1
    day = n - _days_before_year(year)
    month = 1
    while day > _days_in_month(year, month):
        day -= _days_in_month(year, month)
        month += 1
    return year, month, day


def _check_date(year, month, day):
    if not 1 <= year <= 9999:
        raise ValueError(f'year must be in 1..9999, not {year}')
    last = _days_in_month(year, month)
    if not 1 <= day <= last:
        raise ValueError(f'day {day} must be in range 1..{last} for month {month} in year {year}')


# --- fields: what each looks like, as a regular expression that tries the longest way first ---

def _number(low, high):
    """One digit or two."""
    tens, ones = divmod(high, 10)
    ways = [f'{tens}[0-{ones}]']
    if tens > 1:
        ways.append(rf'[1-{tens - 1}]\d')
    return '|'.join([*ways, f'0[{low}-9]', f'[{low}-9]'])


def _padded(low, high):
    """The same; a space may stand for the first of two digits."""
    return f'{_number(low, high)}| [{low}-9]'


def _names(names):
    return '|'.join(map(re.escape, sorted(filter(None, names), key=len, reverse=True)))


def _zone_names():
    return {'utc', 'gmt', time.tzname[0].lower(), time.tzname[1].lower()}


_FIELDS = {
    'a': _names(_SHORT_WEEKDAYS), 'A': _names(_WEEKDAYS), 'b': _names(_SHORT_MONTHS), 'B': _names(_MONTHS),
    'd': _padded(1, 31), 'f': r'\d{1,6}', 'G': r'\d{4}', 'H': _padded(0, 23), 'I': _padded(1, 12),
    'j': r'36[0-6]|3[0-5]\d|[12]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9]', 'm': _number(1, 12), 'M': _number(0, 59),
    'p': 'am|pm', 'S': _number(0, 61), 'u': '[1-7]', 'U': _number(0, 53), 'V': _number(0, 53), 'w': '[0-6]',
    'W': _number(0, 53), 'y': r'\d\d', 'Y': r'\d{4}',
    # +hhmm, +hh:mm, with seconds and a fraction; or Z
    'z': r'(?-i:Z)|[+-]\d\d:?[0-5]\d(?::?[0-5]\d(?:\.\d{1,6})?)?', 'Z': None,
}


# --- matching ---

def _items(format, whole=None):
    """('text', s), ('space', None) and ('field', letter), in order."""
    whole = whole or format
    i, n = 0, len(format)
    while i < n:
        c = format[i]
        i += 1
        if c.isspace():
            while i < n and format[i].isspace():
                i += 1
            yield 'space', None
            continue
        if c != '%':
            yield 'text', c
            continue
        while i < n and format[i] in '-_0#':
            i += 1
        while i < n and '0' <= format[i] <= '9':
            i += 1
        if i == n:
            raise ValueError(f"stray % in format '{whole}'")
        letter = format[i]
        i += 1
        if letter in 'EO' and i < n:
            letter += format[i]
            i += 1
        letter = _SAME_AS.get(letter, letter)
        if letter == '%':
            yield 'text', '%'
        elif letter in _COMPOSITE:
            yield from _items(_COMPOSITE[letter], whole)
        elif letter in _FIELDS:
            yield 'field', letter
        else:
            raise ValueError(f"'{letter}' is a bad directive in format '{whole}'")


# Fields that say the same.
_ALTERNATIVES = ('aAwu', 'mbB', 'yY', 'HI', 'UW')


def _pattern(format):
    """The regular expression of a format, with a group for each field; and the fields that later ones override."""
    pattern = []
    seen = {}
    for kind, what in _items(format):
        if kind == 'text':
            pattern.append(re.escape(what))
        elif kind == 'space':
            pattern.append(r'\s+')
        elif what in seen:
            raise ValueError(f"directive '%{what}' is repeated in format '{format}'")
        else:
            seen[what] = None
            pattern.append(f'(?P<{what}>{_FIELDS[what] or _names(_zone_names())})')
    overridden = [what for same in _ALTERNATIVES for what in [each for each in seen if each in same][:-1]]
    return re.compile(''.join(pattern), re.IGNORECASE), overridden


_patterns = {}      # of the formats that were met, for one name of the time zone
_patterns_for = None


def _pattern_of(format):
    global _patterns_for
    if _patterns_for != time.tzname or len(_patterns) > 50:
        _patterns.clear()
        _patterns_for = time.tzname
    pattern = _patterns.get(format)
    if pattern is None:
        pattern = _patterns[format] = _pattern(format)
    return pattern


# --- meaning ---

def _offset(text):
    """Seconds and microseconds east of UTC."""
    if text == 'Z':
        return 0, 0
    rest = text[1:]
    if rest[2] == ':':
        rest = rest[:2] + rest[3:]
        if len(rest) > 5:
            if rest[4] != ':':
                raise ValueError(f"Inconsistent use of : in {text}")
            rest = rest[:4] + rest[5:]
    seconds = int(rest[:2]) * 3600 + int(rest[2:4]) * 60 + int(rest[4:6] or 0)
    fraction = int((rest[7:] + '000000')[:6])
    return (-seconds, -fraction) if text[0] == '-' else (seconds, fraction)


def _hour(found):
    if 'H' in found:
        return int(found['H'])
    if 'I' not in found:
        return 0
    hour = int(found['I'])
    if found.get('p', '').lower() == 'pm':
        return hour if hour == 12 else hour + 12
    return 0 if hour == 12 else hour


def _year(found):
    if 'Y' in found:
        return int(found['Y'])
    if 'y' in found:
        year = int(found['y'])
        return year + 2000 if year <= 68 else year + 1900
    return None


def _weekday(found):
    """Monday is 0."""
    if 'a' in found:
        return _SHORT_WEEKDAYS.index(found['a'].lower())
    if 'A' in found:
        return _WEEKDAYS.index(found['A'].lower())
    if 'w' in found:
        return (int(found['w']) + 6) % 7
    if 'u' in found:
        return int(found['u']) - 1
    return None


def _month(found):
    if 'm' in found:
        return int(found['m'])
    if 'b' in found:
        return _SHORT_MONTHS.index(found['b'].lower()) + 1
    if 'B' in found:
        return _MONTHS.index(found['B'].lower()) + 1
    return 1


def _check_iso(found, weekday):
    days = "a weekday directive ('%A', '%a', '%w', or '%u')."
    if 'G' in found:
        if 'j' in found:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year directive '%G'. "
                             "Use '%Y' instead.")
        if 'V' not in found or weekday is None:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive '%V' and " + days)
    elif 'V' in found:
        if _year(found) is None or weekday is None:
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive '%G' and " + days)
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. "
                         "Use the ISO year '%G' instead.")


def _day_of_week_number(year, week, weekday, starts_monday):
    """Day of the year of a weekday in a week; weeks begin on Monday or Sunday, before the first it is week 0."""
    first = (_ordinal(year, 1, 1) - 1) % 7
    if not starts_monday:
        first, weekday = (first + 1) % 7, (weekday + 1) % 7
    days_in_week_0 = (7 - first) % 7
    return weekday - first + 1 if week == 0 else 1 + days_in_week_0 + 7 * (week - 1) + weekday


def _iso_ordinal(year, week, weekday):
    """ISO 8601: the first week is the one with the fourth of January."""
    january_4 = _ordinal(year, 1, 4)
    monday = january_4 - (january_4 - 1) % 7
    weeks = (_ordinal(year, 12, 28) - monday) // 7 + 1
    if not 1 <= week <= weeks:
        raise ValueError(f'Invalid week: {week}')
    return monday + 7 * (week - 1) + weekday


def _date(found):
    """Year, month, day, weekday and day of the year, each from whatever tells it."""
    year, month, day, weekday = _year(found), _month(found), int(found.get('d', 1)), _weekday(found)
    julian = int(found['j']) if 'j' in found else None
    _check_iso(found, weekday)
    leap_day = year is None and month == 2 and day == 29
    if year is None:
        year = 1904 if leap_day else 1900
    if julian is None and weekday is not None:
        if 'U' in found or 'W' in found:
            monday = 'W' in found
            julian = _day_of_week_number(year, int(found['W' if monday else 'U']), weekday, monday)
        elif 'G' in found:
            year, month, day = _from_ordinal(_iso_ordinal(int(found['G']), int(found['V']), weekday))
        if julian is not None and julian <= 0:
            year -= 1
            julian += 366 if _is_leap(year) else 365
    if julian is None:
        _check_date(year, month, day)
        julian = _days_before_month(year, month) + day
    else:
        year, month, day = _from_ordinal(_days_before_year(year) + julian)
    if weekday is None:
        weekday = (_ordinal(year, month, day) - 1) % 7
    return 1900 if leap_day else year, month, day, weekday, julian


def _warn_of_leap_days():
    import warnings
    warnings.warn("""\
Parsing dates involving a day of month without a year specified is ambiguous
and fails to parse leap day. The default behavior will change in Python 3.15
to either always raise an exception or to use a different default year (TBD).
To avoid trouble, add a specific year to the input & format.
See https://github.com/python/cpython/issues/70647.""", DeprecationWarning, stacklevel=5)


def _strptime(data_string, format="%a %b %d %H:%M:%S %Y"):
    """Nine fields of a time tuple, zone name and offset; then microseconds, and those of the offset."""
    for index, argument in enumerate((data_string, format)):
        if not isinstance(argument, str):
            raise TypeError("strptime() argument {} must be str, not {}".format(index, type(argument)))
    pattern, overridden = _pattern_of(format)
    letters = pattern.groupindex
    if 'd' in letters and 'Y' not in letters and 'y' not in letters and 'G' not in letters:
        _warn_of_leap_days()
    match = pattern.match(data_string)
    if match is None:
        raise ValueError(f"time data {data_string!r} does not match format {format!r}")
    stop = match.end()
    if stop != len(data_string):
        raise ValueError(f"unconverted data remains: {data_string[stop:]}")
    found = match.groupdict()
    for letter in overridden:
        del found[letter]
    year, month, day, weekday, julian = _date(found)
    offset, offset_fraction = _offset(found['z']) if 'z' in found else (None, 0)
    zone, daylight = found.get('Z'), -1
    if zone:
        name = zone.lower()
        if name in ('utc', 'gmt', time.tzname[0].lower()):
            daylight = 0
        elif name == time.tzname[1].lower():
            daylight = 1
    fields = (year, month, day, _hour(found), int(found.get('M', 0)), int(found.get('S', 0)), weekday, julian, daylight,
              zone, offset)
    return fields, int(found.get('f', '0').ljust(6, '0')), offset_fraction


# --- what others call ---

def _strptime_time(data_string, format="%a %b %d %H:%M:%S %Y"):
    """For time.strptime."""
    return time.struct_time(_strptime(data_string, format)[0])


def _strptime_datetime_date(cls, data_string, format="%a %b %d %Y"):
    """For date.strptime."""
    return cls(*_strptime(data_string, format)[0][:3])


def _zone(fields, offset_fraction):
    """A list of the timezone, or an empty one."""
    from datetime import timedelta, timezone
    name, offset = fields[-2:]
    if offset is None:
        return []
    delta = timedelta(seconds=offset, microseconds=offset_fraction)
    return [timezone(delta, name) if name else timezone(delta)]


def _strptime_datetime_time(cls, data_string, format="%H:%M:%S"):
    """For time.strptime of module datetime."""
    fields, fraction, offset_fraction = _strptime(data_string, format)
    return cls(*fields[3:6], fraction, *_zone(fields, offset_fraction))


def _strptime_datetime_datetime(cls, data_string, format="%a %b %d %H:%M:%S %Y"):
    """For datetime.strptime."""
    fields, fraction, offset_fraction = _strptime(data_string, format)
    return cls(*fields[:6], fraction, *_zone(fields, offset_fraction))
