"""What is logged, as an object; which of it passes; how it becomes text."""
import os
import re
import string
import time
import traceback
from collections.abc import Mapping

_start = time.time_ns()


class LogRecord:
    """One event: the message and its arguments, not yet joined, and where and when it was logged."""

    def __init__(self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None, **kwargs):
        import logging
        now = time.time_ns()
        self.name, self.msg = name, msg
        # A single dict is meant for %(name)s in the message.
        self.args = args[0] if args and len(args) == 1 and isinstance(args[0], Mapping) and args[0] else args
        self.levelname, self.levelno = logging.getLevelName(level), level
        self.pathname, self.lineno, self.funcName = pathname, lineno, func
        if isinstance(pathname, (str, os.PathLike)):
            self.filename = os.path.split(pathname)[1]
            self.module = os.path.splitext(self.filename)[0]
        else:
            self.filename, self.module = pathname, 'Unknown module'
        self.exc_info, self.exc_text, self.stack_info = exc_info, None, sinfo
        self.created = now / 1e9
        # When `created`, a float, has been rounded up to the next second, this follows.
        in_next_second = int(self.created) != now // 1_000_000_000
        self.msecs = 0.0 if in_next_second else now % 1_000_000_000 // 1_000_000 + 0.0
        self.relativeCreated = (now - _start) / 1e6
        self.thread, self.threadName = (os.getpid(), 'MainThread') if logging.logThreads else (None, None)
        self.processName = 'MainProcess' if logging.logMultiprocessing else None
        self.process = os.getpid() if logging.logProcesses else None
        self.taskName = None

    def __repr__(self):
        return f'<LogRecord: {self.name}, {self.levelno}, {self.pathname}, {self.lineno}, "{self.msg}">'

    def getMessage(self):
        """The message with its arguments in it."""
        message = str(self.msg)
        return message % self.args if self.args else message


# --- which pass ---

class Filter:
    """Lets records of a logger and those below it pass; '' those of all."""

    def __init__(self, name=''):
        self.name, self.nlen = name, len(name)

    def filter(self, record):
        """Does the record pass?"""
        return not self.name or record.name == self.name or record.name.startswith(self.name + '.')


class Filterer:
    """What loggers and handlers have in common: a list of filters, which all records have to pass."""

    def __init__(self):
        self.filters = []

    def addFilter(self, filter):
        """Adds a filter: an object with a method filter(record), or a function."""
        if filter not in self.filters:
            self.filters.append(filter)

    def removeFilter(self, filter):
        """Takes a filter away."""
        if filter in self.filters:
            self.filters.remove(filter)

    def filter(self, record):
        """The record, or the one that a filter gave in its place; a false value if one did not let it pass."""
        for each in self.filters:
            verdict = (each.filter if hasattr(each, 'filter') else each)(record)
            if not verdict:
                return False
            if isinstance(verdict, LogRecord):
                record = verdict
        return record


# --- text ---

class PercentStyle:
    """Formats as of the % operator: '%(message)s'."""

    default_format = '%(message)s'
    asctime_format = '%(asctime)s'
    asctime_search = '%(asctime)'
    _field = re.compile(r'%\(\w+\)[-+ #0]*(?:\d+|\*)?(?:\.(?:\d+|\*))?[a-z%]', re.IGNORECASE)

    def __init__(self, fmt, *, defaults=None):
        self._fmt, self._defaults = fmt or self.default_format, defaults

    def usesTime(self):
        return self.asctime_search in self._fmt

    def validate(self):
        """ValueError if there is nothing of this style in the format."""
        if not self._field.search(self._fmt):
            raise ValueError(f"Invalid format '{self._fmt}' for '{self.default_format[0]}' style")

    def _values(self, record):
        return (self._defaults or {}) | vars(record)

    def _format(self, record):
        return self._fmt % self._values(record)

    def format(self, record):
        try:
            return self._format(record)
        except KeyError as missing:
            raise ValueError(f'Formatting field not found in record: {missing}')


class StrFormatStyle(PercentStyle):
    """Formats as of str.format(): '{message}'."""

    default_format = '{message}'
    asctime_format = '{asctime}'
    asctime_search = '{asctime'
    _name = re.compile(r'\w+(?:\.\w+|\[[^\]]+])*')
    _number = r'(?:\d+|\{\w+\})'
    _spec = re.compile(rf'(?:.?[<>=^])?[- +]?#?0?{_number}?[_,]?(?:\.{_number})?[bcdefgnosx%]?', re.IGNORECASE)

    def _format(self, record):
        return self._fmt.format(**self._values(record))

    def validate(self):
        """ValueError if the format has no fields, or something is wrong with one."""
        found = False
        try:
            for _, name, spec, conversion in string.Formatter().parse(self._fmt):
                if name:
                    found = True
                    if not self._name.fullmatch(name):
                        raise ValueError('invalid field name/expression: %r' % name)
                if conversion and conversion not in 'ars':
                    raise ValueError('invalid conversion: %r' % conversion)
                if spec and not self._spec.fullmatch(spec):
                    raise ValueError('bad specifier: %r' % spec)
        except ValueError as error:
            raise ValueError('invalid format: %s' % error)
        if not found:
            raise ValueError('invalid format: no fields')


class StringTemplateStyle(PercentStyle):
    """Formats as of string.Template: '${message}'."""

    default_format = '${message}'
    asctime_format = '${asctime}'
    asctime_search = '${asctime}'

    def __init__(self, fmt, *, defaults=None):
        super().__init__(fmt, defaults=defaults)
        self._tpl = string.Template(self._fmt)

    def usesTime(self):
        return '$asctime' in self._fmt or self.asctime_search in self._fmt

    def validate(self):
        """ValueError if the format has no fields."""
        names = False
        for match in string.Template.pattern.finditer(self._fmt):
            if match['named'] or match['braced']:
                names = True
            elif match[0] == '$':
                raise ValueError("invalid format: bare '$' not allowed")
        if not names:
            raise ValueError('invalid format: no fields')

    def _format(self, record):
        return self._tpl.substitute(**self._values(record))


BASIC_FORMAT = '%(levelname)s:%(name)s:%(message)s'
_STYLES = {'%': (PercentStyle, BASIC_FORMAT), '{': (StrFormatStyle, '{levelname}:{name}:{message}'),
           '$': (StringTemplateStyle, '${levelname}:${name}:${message}')}


def style_of(style):
    """The class and the usual format of a style, by its character."""
    if style not in _STYLES:
        raise ValueError(f"Style must be one of: {','.join(_STYLES)}")
    return _STYLES[style]


class Formatter:
    """Makes text of records, by a format with their attributes in it: name, levelname, message, asctime, pathname,
    lineno, funcName, process ... style is '%', '{' or '$'."""

    converter = time.localtime
    default_time_format = '%Y-%m-%d %H:%M:%S'
    default_msec_format = '%s,%03d'

    def __init__(self, fmt=None, datefmt=None, style='%', validate=True, *, defaults=None):
        self._style = style_of(style)[0](fmt, defaults=defaults)
        if validate:
            self._style.validate()
        self._fmt, self.datefmt = self._style._fmt, datefmt

    def formatTime(self, record, datefmt=None):
        """When the record was made, as time.strftime() writes it; with milliseconds if no format is given."""
        moment = self.converter(record.created)
        if datefmt:
            return time.strftime(datefmt, moment)
        text = time.strftime(self.default_time_format, moment)
        return self.default_msec_format % (text, record.msecs) if self.default_msec_format else text

    def formatException(self, ei):
        """A traceback as text, without the newline at the end."""
        return ''.join(traceback.format_exception(*ei)).removesuffix('\n')

    def usesTime(self):
        """Does the format have the time in it?"""
        return self._style.usesTime()

    def formatMessage(self, record):
        return self._style.format(record)

    def formatStack(self, stack_info):
        return stack_info

    def format(self, record):
        """A record as text: the format, then the traceback and the stack if it has them."""
        record.message = record.getMessage()
        if self.usesTime():
            record.asctime = self.formatTime(record, self.datefmt)
        parts = [self.formatMessage(record)]
        if record.exc_info and not record.exc_text:
            record.exc_text = self.formatException(record.exc_info)  # kept for other handlers
        if record.exc_text:
            parts.append(record.exc_text)
        if record.stack_info:
            parts.append(self.formatStack(record.stack_info))
        text = parts[0]
        for part in parts[1:]:
            text += part if text.endswith('\n') else '\n' + part
        return text


class BufferingFormatter:
    """Makes text of many records at once."""

    def __init__(self, linefmt=None):
        self.linefmt = linefmt or Formatter()

    def formatHeader(self, records):
        return ''

    def formatFooter(self, records):
        return ''

    def format(self, records):
        """All records, with a header and a footer if there are any at all."""
        if not records:
            return ''
        lines = [self.linefmt.format(record) for record in records]
        return self.formatHeader(records) + ''.join(lines) + self.formatFooter(records)
