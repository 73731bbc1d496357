"""Warnings: what to do about them, and how they look. Warning itself, and the list of filters, are in _warnings."""

import sys
from _warnings import _defaultaction, _filters_mutated, _onceregistry, filters, warn, warn_explicit

__all__ = ["warn", "warn_explicit", "showwarning", "formatwarning", "filterwarnings", "simplefilter", "resetwarnings",
           "catch_warnings", "deprecated"]

defaultaction = _defaultaction
onceregistry = _onceregistry


class WarningMessage:
    """A warning and where it comes from."""

    _WARNING_DETAILS = ("message", "category", "filename", "lineno", "file", "line", "source")

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return ("{message : %r, category : %r, filename : %r, lineno : %s, line : %r}"
                % (self.message, self._category_name, self.filename, self.lineno, self.line))

    def __repr__(self):
        return f'<{type(self).__qualname__} {self}>'


# Showing. Programs replace showwarning and formatwarning; what _warnings calls is _showwarnmsg.

def showwarning(message, category, filename, lineno, file=None, line=None):
    """Writes a warning to file, by default sys.stderr."""
    _showwarnmsg_impl(WarningMessage(message, category, filename, lineno, file, line))


def formatwarning(message, category, filename, lineno, line=None):
    """The text of a warning."""
    return _formatwarnmsg_impl(WarningMessage(message, category, filename, lineno, None, line))


_own_showwarning, _own_formatwarning = showwarning, formatwarning


def _showwarnmsg_impl(msg):
    file = msg.file
    if file is None:
        file = sys.stderr
        if file is None:
            return
    try:
        file.write(_formatwarnmsg(msg))
    except OSError:
        pass


def _source_line(filename, lineno):
    try:
        import linecache
        return linecache.getline(filename, lineno)
    except Exception:
        return None


def _allocation_of(source, category):
    """Where the object that a warning is about was allocated, as far as that is known."""
    try:
        import tracemalloc
    except Exception:
        return ''
    if not tracemalloc.is_tracing():
        return f'{category}: Enable tracemalloc to get the object allocation traceback\n'
    traceback = tracemalloc.get_object_traceback(source)
    if traceback is None:
        return ''
    text = 'Object allocated at (most recent call last):\n'
    for frame in traceback:
        text += f'  File "{frame.filename}", lineno {frame.lineno}\n'
        line = (_source_line(frame.filename, frame.lineno) or '').strip()
        if line:
            text += f'    {line}\n'
    return text


def _formatwarnmsg_impl(msg):
    text = f"{msg.filename}:{msg.lineno}: {msg.category.__name__}: {msg.message}\n"
    line = _source_line(msg.filename, msg.lineno) if msg.line is None else msg.line
    if line:
        text += "  %s\n" % line.strip()
    if msg.source is not None:
        text += _allocation_of(msg.source, msg.category.__name__)
    return text


def _showwarnmsg(msg):
    show = showwarning
    if show is _own_showwarning:
        _showwarnmsg_impl(msg)
        return
    if not callable(show):
        raise TypeError("warnings.showwarning() must be set to a function or method")
    show(msg.message, msg.category, msg.filename, msg.lineno, msg.file, msg.line)


def _formatwarnmsg(msg):
    if formatwarning is not _own_formatwarning:
        return formatwarning(msg.message, msg.category, msg.filename, msg.lineno, msg.line)
    return _formatwarnmsg_impl(msg)


# Filters

_ACTIONS = ("error", "ignore", "always", "all", "default", "module", "once")


def _check_filter(action, lineno):
    if action not in _ACTIONS:
        raise ValueError(f"invalid action: {action!r}")
    if not isinstance(lineno, int) or lineno < 0:
        raise ValueError("lineno must be an int >= 0")


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    """Adds a filter in front of the others (or behind them): message and module are regular expressions that have to
    match at the start."""
    if not isinstance(action, str) or action not in _ACTIONS:
        raise ValueError(f"invalid action: {action!r}")
    if not isinstance(message, str):
        raise TypeError("message must be a string")
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise TypeError("category must be a Warning subclass")
    if not isinstance(module, str):
        raise TypeError("module must be a string")
    if not isinstance(lineno, int):
        raise TypeError("lineno must be an int")
    if lineno < 0:
        raise ValueError("lineno must be an int >= 0")
    if message or module:
        import re
    message = re.compile(message, re.I) if message else None
    module = re.compile(module) if module else None
    _add_filter(action, message, category, module, lineno, append=append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    """Adds a filter for all messages and modules."""
    _check_filter(action, lineno)
    _add_filter(action, None, category, None, lineno, append=append)


def _add_filter(*item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    _filters_mutated()


def resetwarnings():
    """Removes all filters."""
    filters[:] = []
    _filters_mutated()


# The options -W

class _OptionError(Exception):
    pass


def _processoptions(args):
    for arg in args:
        try:
            _setoption(arg)
        except _OptionError as msg:
            sys.stderr.write(f"Invalid -W option ignored: {msg}\n")


def _setoption(arg):
    parts = [part.strip() for part in arg.split(':')]
    if len(parts) > 5:
        raise _OptionError(f"too many fields (max 5): {arg!r}")
    action, message, category, module, lineno = parts + [''] * (5 - len(parts))
    action = _getaction(action)
    category = _getcategory(category)
    if message or module:
        import re
        message = message and re.escape(message)
        module = re.escape(module) + r'\z' if module else ''
    try:
        lineno = int(lineno) if lineno else 0
        if lineno < 0:
            raise ValueError
    except ValueError:
        raise _OptionError(f"invalid lineno {lineno!r}") from None
    filterwarnings(action, message, category, module, lineno)


def _getaction(action):
    if not action:
        return "default"
    for candidate in _ACTIONS:
        if candidate.startswith(action):
            return candidate
    raise _OptionError(f"invalid action: {action!r}")


def _getcategory(category):
    if not category:
        return Warning
    module, _, name = category.rpartition('.')
    if not module:
        import builtins as m
    else:
        try:
            m = __import__(module, None, None, [name])
        except ImportError:
            raise _OptionError(f"invalid module name: {module!r}") from None
    try:
        found = getattr(m, name)
    except AttributeError:
        raise _OptionError(f"unknown warning category: {category!r}") from None
    if not issubclass(found, Warning):
        raise _OptionError(f"invalid warning category: {category!r}")
    return found


class catch_warnings:
    """A context in which filters and showwarning may be changed. With record=True, warnings are not shown: they are
    appended to the list that `as` names. With an action, a filter for it holds inside."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._module = sys.modules['warnings'] if module is None else module
        self._entered = False
        self._filter = None if action is None else (action, category, lineno, append)

    def __repr__(self):
        args = ["record=True"] if self._record else []
        if self._module is not sys.modules[__name__]:
            args += [f"module={self._module!r}"]
        return f"{type(self).__name__}({', '.join(args)})"

    def __enter__(self):
        if self._entered:
            raise RuntimeError(f"Cannot enter {self!r} twice")
        self._entered = True
        module = self._module
        self._filters = module.filters
        module.filters = self._filters[:]
        _filters_mutated()
        self._showwarning = module.showwarning
        self._showwarnmsg_impl = module._showwarnmsg_impl
        log = None
        if self._record:
            log = []
            module._showwarnmsg_impl = log.append
            # A function that the program has put there would not record.
            module.showwarning = module._own_showwarning
        if self._filter is not None:
            action, category, lineno, append = self._filter
            simplefilter(action, category, lineno, append)
        return log

    def __exit__(self, *exc_info):
        if not self._entered:
            raise RuntimeError(f"Cannot exit {self!r} without entering first")
        module = self._module
        module.filters = self._filters
        _filters_mutated()
        module.showwarning = self._showwarning
        module._showwarnmsg_impl = self._showwarnmsg_impl


class deprecated:
    """Decorates a class or function that should no longer be used: instantiating, subclassing or calling it warns.

    The message is also kept as __deprecated__, for type checkers."""

    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        if not isinstance(message, str):
            raise TypeError(f"Expected an object of type str for 'message', not {type(message).__name__!r}")
        self.message, self.category, self.stacklevel = message, category, stacklevel

    def _warn(self):
        # One level for this method, one for the function that warns.
        warn(self.message, self.category, self.stacklevel + 2)

    def __call__(self, arg, /):
        if self.category is None:
            arg.__deprecated__ = self.message
            return arg
        if isinstance(arg, type):
            return self._decorate_class(arg)
        if callable(arg):
            return self._decorate_function(arg)
        raise TypeError("@deprecated decorator with non-None category must be applied to a class or callable, "
                        f"not {arg!r}")

    def _decorate_class(self, arg):
        import functools
        make, subclassed = arg.__new__, arg.__init_subclass__

        @functools.wraps(make)
        def __new__(cls, /, *args, **kwargs):
            if cls is arg:
                self._warn()
            if make is object.__new__:
                if (args or kwargs) and cls.__init__ is object.__init__:
                    raise TypeError(f"{cls.__name__}() takes no arguments")
                return make(cls)
            return make(cls, *args, **kwargs)

        # A method written in the language is to get the class that it is called for.
        is_method = hasattr(subclassed, '__func__')
        if is_method:
            subclassed = subclassed.__func__

        @functools.wraps(subclassed)
        def __init_subclass__(*args, **kwargs):
            self._warn()
            return subclassed(*args, **kwargs)

        arg.__new__ = staticmethod(__new__)
        arg.__init_subclass__ = classmethod(__init_subclass__) if is_method else __init_subclass__
        for each in (arg, __new__, __init_subclass__):
            each.__deprecated__ = self.message
        return arg

    def _decorate_function(self, arg):
        import functools

        @functools.wraps(arg)
        def call(*args, **kwargs):
            self._warn()
            return arg(*args, **kwargs)

        code = getattr(arg, '__code__', None)
        if getattr(code, 'co_flags', 0) & 0x80:
            from inspect import markcoroutinefunction
            call = markcoroutinefunction(call)
        arg.__deprecated__ = call.__deprecated__ = self.message
        return call


def _warn_unawaited_coroutine(coro):
    """Called when a coroutine dies that was never awaited."""
    lines = [f"coroutine '{coro.__qualname__}' was never awaited"]
    if coro.cr_origin is not None:
        lines.append("Coroutine created at (most recent call last)")
        for filename, lineno, function in reversed(coro.cr_origin):
            lines.append(f'  File "{filename}", line {lineno}, in {function}')
            if source := (_source_line(filename, lineno) or '').strip():
                lines.append(f'    {source}')
    warn('\n'.join(lines), RuntimeWarning, 2, coro)


_processoptions(sys.warnoptions)
