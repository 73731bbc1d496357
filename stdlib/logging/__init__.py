"""Messages about what a program does, by loggers with names and levels, to wherever handlers send them.

    _records   records, filters, formatters
    _handlers  handlers for streams and files; handlers.py has more
    config     all of it by a dict

A logger passes a record to its handlers and to those of its parents, up to the root. Its level is that of the nearest
parent that has one.
"""
import sys
import types
import warnings

from logging._handlers import (FileHandler, Handler, NullHandler, StreamHandler, _all as _handlerList,
                               _named as _handlers, _StderrHandler, getHandlerByName, getHandlerNames, shutdown)
from logging._records import (BASIC_FORMAT, BufferingFormatter, Filter, Filterer, Formatter, LogRecord, PercentStyle,
                              StrFormatStyle, StringTemplateStyle, _STYLES, style_of as _style_of)

__all__ = ['BASIC_FORMAT', 'BufferingFormatter', 'CRITICAL', 'DEBUG', 'ERROR', 'FATAL', 'FileHandler', 'Filter',
           'Formatter', 'Handler', 'INFO', 'LogRecord', 'Logger', 'LoggerAdapter', 'NOTSET', 'NullHandler',
           'StreamHandler', 'WARN', 'WARNING', 'addLevelName', 'basicConfig', 'captureWarnings', 'critical', 'debug',
           'disable', 'error', 'exception', 'fatal', 'getLevelName', 'getLogger', 'getLoggerClass', 'info', 'log',
           'makeLogRecord', 'setLoggerClass', 'shutdown', 'warn', 'warning', 'getLogRecordFactory',
           'setLogRecordFactory', 'lastResort', 'raiseExceptions', 'getLevelNamesMapping', 'getHandlerByName',
           'getHandlerNames']

raiseExceptions = True  # handlers report their errors on stderr
logThreads = logMultiprocessing = logProcesses = logAsyncioTasks = True  # what records tell

# --- levels ---

NOTSET, DEBUG, INFO, WARNING, ERROR, CRITICAL = range(0, 60, 10)
WARN, FATAL = WARNING, CRITICAL

_nameToLevel = {'CRITICAL': CRITICAL, 'FATAL': FATAL, 'ERROR': ERROR, 'WARN': WARNING, 'WARNING': WARNING,
                'INFO': INFO, 'DEBUG': DEBUG, 'NOTSET': NOTSET}
_levelToName = {level: name for name, level in _nameToLevel.items() if name not in ('WARN', 'FATAL')}


def getLevelNamesMapping():
    """The levels by their names."""
    return dict(_nameToLevel)


def getLevelName(level):
    """The name of a level, or the level of a name; 'Level 15' for one without a name."""
    for known in _levelToName, _nameToLevel:
        if level in known:
            return known[level]
    return f'Level {level}'


def addLevelName(level, levelName):
    """Gives a level a name."""
    _levelToName[level] = levelName
    _nameToLevel[levelName] = level


def _checkLevel(level):
    """A level as a number."""
    if isinstance(level, int):
        return level
    if not isinstance(level, str):
        raise TypeError(f'Level not an integer or a valid string: {level!r}')
    if level not in _nameToLevel:
        raise ValueError(f'Unknown level: {level!r}')
    return _nameToLevel[level]


# --- records ---

_record_factory = LogRecord


def setLogRecordFactory(factory):
    """Sets what makes records; it takes what LogRecord takes."""
    global _record_factory
    _record_factory = factory


def getLogRecordFactory():
    """What makes records."""
    return _record_factory


def makeLogRecord(dict):
    """A record with these attributes."""
    record = _record_factory(None, None, '', 0, '', (), None, None)
    vars(record).update(dict)
    return record


# --- loggers ---

class PlaceHolder:
    """Stands for a logger that nobody has asked for, while there are some below it."""

    def __init__(self, alogger=None):
        self.loggerMap = {} if alogger is None else {alogger: None}

    def append(self, alogger):
        self.loggerMap[alogger] = None


class Manager:
    """All loggers below a root, by their names."""

    def __init__(self, rootnode):
        self.root = rootnode
        self.disable = 0
        self.emittedNoHandlerWarning = False
        self.loggerDict = {}
        self.loggerClass = self.logRecordFactory = None

    @property
    def disable(self):
        return self._disable

    @disable.setter
    def disable(self, value):
        self._disable = _checkLevel(value)

    def getLogger(self, name):
        """The logger of that name, made if need be."""
        if not isinstance(name, str):
            raise TypeError('A logger name must be a string')
        found = self.loggerDict.get(name)
        if found is not None and not isinstance(found, PlaceHolder):
            return found
        logger = (self.loggerClass or _loggerClass)(name)
        logger.manager = self
        self.loggerDict[name] = logger
        self._connect(logger)
        return logger

    def _connect(self, logger):
        """Finds its parent, and becomes the parent of those below that have one further up."""
        logger.parent = self.root
        above = logger.name
        while '.' in above:
            above = above.rpartition('.')[0]
            found = self.loggerDict.setdefault(above, PlaceHolder())
            if not isinstance(found, PlaceHolder):
                logger.parent = found
                break
            found.append(logger)
        for other in self.loggerDict.values():
            if isinstance(other, Logger) and other.name.startswith(logger.name + '.') and (
                    other.parent is logger.parent):
                other.parent = logger

    def setLoggerClass(self, klass):
        """Sets the class of loggers of this manager."""
        _check_logger_class(klass)
        self.loggerClass = klass

    def setLogRecordFactory(self, factory):
        """Sets what makes records for loggers of this manager."""
        self.logRecordFactory = factory

    def _clear_cache(self):
        for logger in self.loggerDict.values():
            if isinstance(logger, Logger):
                logger._cache.clear()
        self.root._cache.clear()


def _is_own(frame):
    return frame.f_code.co_filename.startswith('<stdlib>/logging/')


class _Levels:
    """The methods named after levels; all go to _at(level, ...)."""

    def debug(self, msg, *args, **kwargs):
        """Logs with level DEBUG."""
        self._at(DEBUG, msg, args, kwargs)

    def info(self, msg, *args, **kwargs):
        """Logs with level INFO."""
        self._at(INFO, msg, args, kwargs)

    def warning(self, msg, *args, **kwargs):
        """Logs with level WARNING."""
        self._at(WARNING, msg, args, kwargs)

    def warn(self, msg, *args, **kwargs):
        """warning(), under its old name."""
        warnings.warn("The 'warn' method is deprecated, use 'warning' instead", DeprecationWarning, 2)
        self.warning(msg, *args, **kwargs)

    def error(self, msg, *args, **kwargs):
        """Logs with level ERROR."""
        self._at(ERROR, msg, args, kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        """error() with the exception that is handled at the moment."""
        self.error(msg, *args, exc_info=exc_info, **kwargs)

    def critical(self, msg, *args, **kwargs):
        """Logs with level CRITICAL."""
        self._at(CRITICAL, msg, args, kwargs)

    def fatal(self, msg, *args, **kwargs):
        """critical()."""
        self.critical(msg, *args, **kwargs)


class Logger(Filterer, _Levels):
    """Takes messages; getLogger() gives the one of a name."""

    def __init__(self, name, level=NOTSET):
        super().__init__()
        self.name, self.level = name, _checkLevel(level)
        self.parent, self.propagate, self.disabled = None, True, False
        self.handlers, self._cache = [], {}

    def setLevel(self, level):
        """Messages below this level are left out; NOTSET: the level of the parent counts."""
        self.level = _checkLevel(level)
        self.manager._clear_cache()

    def _at(self, level, msg, args, kwargs):
        if self.isEnabledFor(level):
            self._log(level, msg, args, **kwargs)

    def log(self, level, msg, *args, **kwargs):
        """Logs with any level. exc_info: an exception, or True for the current one; stack_info: with the stack;
        stacklevel: whose place is told; extra: further attributes of the record."""
        if isinstance(level, int):
            self._at(level, msg, args, kwargs)
        elif raiseExceptions:
            raise TypeError('level must be an integer')

    def findCaller(self, stack_info=False, stacklevel=1):
        """File, line, function and perhaps stack of who logs."""
        frame = sys._getframe(1)
        while frame and _is_own(frame):
            frame = frame.f_back
        if frame is None:
            return '(unknown file)', 0, '(unknown function)', None
        while stacklevel > 1:
            above = frame.f_back
            if above is None:
                break
            frame = above
            stacklevel -= not _is_own(frame)
        stack = None
        if stack_info:
            import traceback
            stack = 'Stack (most recent call last):\n' + ''.join(traceback.format_stack(frame)).removesuffix('\n')
        return frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_name, stack

    def makeRecord(self, name, level, fn, lno, msg, args, exc_info, func=None, extra=None, sinfo=None):
        """A record; extra may not have the names that records have already."""
        record = _record_factory(name, level, fn, lno, msg, args, exc_info, func, sinfo)
        for key, value in (extra or {}).items():
            if key in ('message', 'asctime') or key in vars(record):
                raise KeyError(f'Attempt to overwrite {key!r} in LogRecord')
            vars(record)[key] = value
        return record

    def _log(self, level, msg, args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
        file, line, function, stack = self.findCaller(stack_info, stacklevel)
        if isinstance(exc_info, BaseException):
            exc_info = type(exc_info), exc_info, exc_info.__traceback__
        elif exc_info and not isinstance(exc_info, tuple):
            exc_info = sys.exc_info()
        self.handle(self.makeRecord(self.name, level, file, line, msg, args, exc_info, function, extra, stack))

    def handle(self, record):
        """Gives a record to the handlers, if the logger is not disabled and the filters let it pass."""
        if self.disabled:
            return
        passed = self.filter(record)
        if passed:
            self.callHandlers(record if passed is True else passed)

    def addHandler(self, hdlr):
        """Adds a handler."""
        if hdlr not in self.handlers:
            self.handlers.append(hdlr)

    def removeHandler(self, hdlr):
        """Takes a handler away."""
        if hdlr in self.handlers:
            self.handlers.remove(hdlr)

    def _chain(self):
        """The loggers whose handlers get the records of this one."""
        logger = self
        while logger:
            yield logger
            logger = logger.parent if logger.propagate else None

    def hasHandlers(self):
        """Is there a handler for records of this logger?"""
        return any(logger.handlers for logger in self._chain())

    def callHandlers(self, record):
        """Gives a record to the handlers of this logger and its parents."""
        found = False
        for logger in self._chain():
            for handler in tuple(logger.handlers):     # one may be taken away meanwhile
                found = True
                if record.levelno >= handler.level:
                    handler.handle(record)
        if found:
            return
        if lastResort:
            if record.levelno >= lastResort.level:
                lastResort.handle(record)
        elif raiseExceptions and not self.manager.emittedNoHandlerWarning:
            sys.stderr.write(f'No handlers could be found for logger "{self.name}"\n')
            self.manager.emittedNoHandlerWarning = True

    def getEffectiveLevel(self):
        """The level that counts: its own, or that of the nearest parent that has one."""
        logger = self
        while logger:
            if logger.level:
                return logger.level
            logger = logger.parent
        return NOTSET

    def isEnabledFor(self, level):
        """Are messages of this level logged?"""
        if self.disabled:
            return False
        if level not in self._cache:
            self._cache[level] = self.manager.disable < level and level >= self.getEffectiveLevel()
        return self._cache[level]

    def getChild(self, suffix):
        """The logger whose name is that of this one, a dot and suffix."""
        return self.manager.getLogger(suffix if self.root is self else f'{self.name}.{suffix}')

    def getChildren(self):
        """The loggers right below this one, as a set."""
        depth = 0 if self is self.manager.root else 1 + self.name.count('.')
        return {logger for logger in self.manager.loggerDict.values()
                if isinstance(logger, Logger) and logger.parent is self and logger.name.count('.') == depth}

    def __repr__(self):
        return f'<{type(self).__name__} {self.name} ({getLevelName(self.getEffectiveLevel())})>'

    def __reduce__(self):
        if getLogger(self.name) is not self:
            import pickle
            raise pickle.PicklingError('logger cannot be pickled')
        return getLogger, (self.name,)


class RootLogger(Logger):
    """The logger above all others."""

    def __init__(self, level):
        super().__init__('root', level)

    def __reduce__(self):
        return getLogger, ()


_loggerClass = Logger


def _check_logger_class(klass):
    if klass is not Logger and not issubclass(klass, Logger):
        raise TypeError('logger not derived from logging.Logger: ' + klass.__name__)


def setLoggerClass(klass):
    """Sets the class of loggers that will be made."""
    global _loggerClass
    _check_logger_class(klass)
    _loggerClass = klass


def getLoggerClass():
    """The class of loggers that will be made."""
    return _loggerClass


root = Logger.root = RootLogger(WARNING)
Logger.manager = Manager(root)
lastResort = _defaultLastResort = _StderrHandler(WARNING)  # for records that no handler takes


def getLogger(name=None):
    """The logger of a name; without one, the root."""
    if not name or isinstance(name, str) and name == root.name:
        return root
    return Logger.manager.getLogger(name)


class LoggerAdapter(_Levels):
    """A logger with something to add to each message: process() says what."""

    def __init__(self, logger, extra=None, merge_extra=False):
        self.logger, self.extra, self.merge_extra = logger, extra, merge_extra

    def process(self, msg, kwargs):
        """The message and the keywords of a call, changed as is wanted; extra is added to the keywords."""
        more = kwargs.get('extra') if self.merge_extra else None
        kwargs['extra'] = {**(self.extra or {}), **more} if more is not None else self.extra
        return msg, kwargs

    def _at(self, level, msg, args, kwargs):
        self.log(level, msg, *args, **kwargs)

    def log(self, level, msg, *args, **kwargs):
        """Logs with any level."""
        if self.isEnabledFor(level):
            msg, kwargs = self.process(msg, kwargs)
            self.logger.log(level, msg, *args, **kwargs)

    def isEnabledFor(self, level):
        return self.logger.isEnabledFor(level)

    def setLevel(self, level):
        self.logger.setLevel(level)

    def getEffectiveLevel(self):
        return self.logger.getEffectiveLevel()

    def hasHandlers(self):
        return self.logger.hasHandlers()

    def _log(self, level, msg, args, **kwargs):
        return self.logger._log(level, msg, args, **kwargs)

    manager = property(lambda self: self.logger.manager, lambda self, value: setattr(self.logger, 'manager', value))
    name = property(lambda self: self.logger.name)

    def __repr__(self):
        logger = self.logger
        return f'<{type(self).__name__} {logger.name} ({getLevelName(logger.getEffectiveLevel())})>'

    __class_getitem__ = classmethod(types.GenericAlias)


# --- the root by functions ---

def basicConfig(*, force=False, encoding=None, errors='backslashreplace', **kwargs):
    """Gives the root a handler, unless it has one: to a file (filename, filemode), to a stream, or several (handlers);
    with a format (format, datefmt, style) and a level. force: takes those away that it has."""
    if force:
        for handler in root.handlers[:]:
            root.removeHandler(handler)
            handler.close()
    if root.handlers:
        return
    take = kwargs.pop
    handlers = take('handlers', None)
    if handlers is None:
        if 'stream' in kwargs and 'filename' in kwargs:
            raise ValueError("'stream' and 'filename' should not be specified together")
        filename, mode = take('filename', None), take('filemode', 'a')
        if filename:
            handlers = [FileHandler(filename, mode, encoding=encoding, errors=None if 'b' in mode else errors)]
        else:
            handlers = [StreamHandler(take('stream', None))]
    elif 'stream' in kwargs or 'filename' in kwargs:
        raise ValueError("'stream' or 'filename' should not be specified together with 'handlers'")
    datefmt, style = take('datefmt', None), take('style', '%')
    usual = _style_of(style)[1]
    formatter = Formatter(take('format', usual), datefmt, style)
    for handler in handlers:
        if handler.formatter is None:
            handler.setFormatter(formatter)
        root.addHandler(handler)
    level = take('level', None)
    if level is not None:
        root.setLevel(level)
    if kwargs:
        raise ValueError(f"Unrecognised argument(s): {', '.join(kwargs)}")


def _root_function(name):
    def log_function(*args, **kwargs):
        if not root.handlers:
            basicConfig()
        getattr(root, name)(*args, **kwargs)
    log_function.__name__ = log_function.__qualname__ = name
    log_function.__doc__ = f'The {name}() of the root, which gets a handler if it has none.'
    return log_function


debug, info, warning, error, exception, critical, log = map(
    _root_function, ('debug', 'info', 'warning', 'error', 'exception', 'critical', 'log'))


def fatal(msg, *args, **kwargs):
    """critical()."""
    critical(msg, *args, **kwargs)


def warn(msg, *args, **kwargs):
    """warning(), under its old name."""
    warnings.warn("The 'warn' function is deprecated, use 'warning' instead", DeprecationWarning, 2)
    warning(msg, *args, **kwargs)


def disable(level=CRITICAL):
    """Nothing up to this level is logged, by any logger."""
    root.manager.disable = level
    root.manager._clear_cache()


# --- warnings ---

_showwarning_before = None


def _showwarning(message, category, filename, lineno, file=None, line=None):
    if file is not None:
        if _showwarning_before is not None:
            _showwarning_before(message, category, filename, lineno, file, line)
        return
    logger = getLogger('py.warnings')
    if not logger.handlers:
        logger.addHandler(NullHandler())
    logger.warning(warnings.formatwarning(message, category, filename, lineno, line))


def captureWarnings(capture):
    """Whether warnings are logged, by the logger 'py.warnings'."""
    global _showwarning_before
    if capture and _showwarning_before is None:
        _showwarning_before, warnings.showwarning = warnings.showwarning, _showwarning
    elif not capture and _showwarning_before is not None:
        warnings.showwarning, _showwarning_before = _showwarning_before, None


for _each in list(globals().values()):
    if getattr(_each, '__module__', None) in ('logging._handlers', 'logging._records'):
        _each.__module__ = 'logging'
del _each
