"""Where records go: handlers, and what becomes of them at the end of the program."""
import atexit
import contextlib
import io
import os
import sys
import traceback
import weakref

from logging._records import Filterer, Formatter

_named = weakref.WeakValueDictionary()
_all = []  # weak references, in the order in which the handlers were made
_plain = Formatter()


def _forget(reference):
    if _all and reference in _all:
        _all.remove(reference)


def shutdown(handlerList=_all):
    """Flushes and closes all handlers, the youngest first; called at the end of the program."""
    import logging
    for reference in reversed(handlerList[:]):
        handler = reference()
        if handler is None:
            continue
        try:
            if getattr(handler, 'flushOnClose', True):
                handler.flush()
            handler.close()
        except (OSError, ValueError):  # its file is closed already
            pass
        except Exception:
            if logging.raiseExceptions:
                raise


atexit.register(shutdown)


def getHandlerByName(name):
    """The handler of that name, or None."""
    return _named.get(name)


def getHandlerNames():
    """The names that handlers have, as a frozenset."""
    return frozenset(_named)


class Handler(Filterer):
    """Sends records somewhere: emit(record) says where."""

    def __init__(self, level=0):
        import logging
        super().__init__()
        self._name = self.formatter = None
        self.level = logging._checkLevel(level)
        self._closed = False
        _all.append(weakref.ref(self, _forget))
        self.createLock()

    def get_name(self):
        return self._name

    def set_name(self, name):
        _named.pop(self._name, None)
        self._name = name
        if name:
            _named[name] = self

    name = property(get_name, set_name)

    def createLock(self):
        self.lock = contextlib.nullcontext()  # there are no other threads

    def acquire(self):
        """Nothing: there are no other threads."""

    def release(self):
        """Nothing: there are no other threads."""

    def setLevel(self, level):
        """Records below this level are left out."""
        import logging
        self.level = logging._checkLevel(level)

    def format(self, record):
        """The text of a record."""
        return (self.formatter or _plain).format(record)

    def emit(self, record):
        """Sends a record; the record has passed all filters."""
        raise NotImplementedError('emit must be implemented by Handler subclasses')

    def handle(self, record):
        """Sends a record if it passes the filters: the record then, else a false value."""
        passed = self.filter(record)
        if passed:
            self.emit(passed)
        return passed

    def setFormatter(self, fmt):
        """Sets what makes text of records."""
        self.formatter = fmt

    def flush(self):
        """Has everything written that waits."""

    def close(self):
        """Ends the handler."""
        self._closed = True
        _named.pop(self._name, None)

    def handleError(self, record):
        """Called by emit() in an except block: reports the exception on stderr, if logging.raiseExceptions is set."""
        import logging
        error = sys.exception()
        if not logging.raiseExceptions or not sys.stderr:
            return
        try:
            write = sys.stderr.write
            write('--- Logging error ---\n')
            traceback.print_exception(error, file=sys.stderr)
            write('Call stack:\n')
            frame = error.__traceback__.tb_frame
            while frame and frame.f_code.co_filename.startswith('<stdlib>/logging/'):
                frame = frame.f_back
            if frame:
                traceback.print_stack(frame, file=sys.stderr)
            else:
                write(f'Logged from file {record.filename}, line {record.lineno}\n')
            try:
                write(f'Message: {record.msg!r}\nArguments: {record.args}\n')
            except RecursionError:
                raise
            except Exception:
                write('Unable to print the message and arguments - possible formatting error.\n'
                      'Use the traceback above to help find the error.\n')
        except OSError:
            pass

    def __repr__(self):
        return f'<{type(self).__name__} ({_level_name(self)})>'


def _level_name(handler):
    import logging
    return logging.getLevelName(handler.level)


class NullHandler(Handler):
    """Sends records nowhere: so that a library's logger has a handler."""

    def handle(self, record):
        """Nothing."""

    def emit(self, record):
        """Nothing."""

    def createLock(self):
        self.lock = None


class StreamHandler(Handler):
    """Writes records to a stream, sys.stderr if none is given."""

    terminator = '\n'

    def __init__(self, stream=None):
        super().__init__()
        self.stream = sys.stderr if stream is None else stream

    def flush(self):
        if self.stream and hasattr(self.stream, 'flush'):
            self.stream.flush()

    def emit(self, record):
        try:
            self.stream.write(self.format(record) + self.terminator)
            self.flush()
        except RecursionError:
            raise
        except Exception:
            self.handleError(record)

    def setStream(self, stream):
        """Changes to another stream: the one before, or None if it is the same."""
        before = self.stream
        if stream is before:
            return None
        self.flush()
        self.stream = stream
        return before

    def __repr__(self):
        name = str(getattr(self.stream, 'name', ''))
        return f"<{type(self).__name__} {name + ' ' if name else ''}({_level_name(self)})>"


class _StderrHandler(StreamHandler):
    """Writes to what sys.stderr is at the time."""

    def __init__(self, level=0):
        Handler.__init__(self, level)

    @property
    def stream(self):
        return sys.stderr


class FileHandler(StreamHandler):
    """Writes records to a file; delay: it is opened with the first one."""

    def __init__(self, filename, mode='a', encoding=None, delay=False, errors=None):
        self.baseFilename = os.path.abspath(os.fspath(filename))
        self.mode, self.errors, self.delay = mode, errors, delay
        self.encoding = encoding if 'b' in mode else io.text_encoding(encoding)
        if delay:
            Handler.__init__(self)
            self.stream = None
        else:
            super().__init__(self._open())

    def _open(self):
        return open(self.baseFilename, self.mode, encoding=self.encoding, errors=self.errors)

    def close(self):
        """Closes the file."""
        stream, self.stream = self.stream, None
        try:
            if stream:
                try:
                    stream.flush()
                finally:
                    stream.close()
        finally:
            super().close()

    def emit(self, record):
        if self.stream is None and (self.mode != 'w' or not self._closed):
            try:
                self.stream = self._open()
            except Exception:
                self.handleError(record)
                return
        if self.stream:
            super().emit(record)

    def __repr__(self):
        return f'<{type(self).__name__} {self.baseFilename} ({_level_name(self)})>'
