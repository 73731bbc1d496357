"""Ctrl-C as a request to stop after the running test: results that are registered are asked to stop, and the second
time the interrupt goes its usual way."""

import functools
from weakref import WeakSet

__unittest = True

_listeners = WeakSet()
_installed = None


def _sigint():
    """The functions that get and set the handler of SIGINT: imported when needed, so that other tests start faster."""
    import signal
    return functools.partial(signal.getsignal, signal.SIGINT), functools.partial(signal.signal, signal.SIGINT)


def _as_function(handler):
    """What signal.getsignal gave, as something to call."""
    if not isinstance(handler, int):
        return handler
    import signal
    functions = {signal.SIG_DFL: signal.default_int_handler, signal.SIG_IGN: lambda signum, frame: None}
    if handler not in functions:
        raise TypeError("expected SIGINT signal handler to be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
    return functions[handler]


class _StopAsked:
    """The handler while it is installed, in front of the former one."""

    def __init__(self, former):
        self.former = former
        self.former_function = _as_function(former)
        self.asked = False

    def __call__(self, signum, frame):
        current, _ = _sigint()
        if self.asked or current() is not self:
            # It is the second time, or somebody else has put a handler of his own in front of this one.
            self.former_function(signum, frame)
        self.asked = True
        for result in list(_listeners):
            result.stop()


def registerResult(result):
    _listeners.add(result)


def removeResult(result):
    known = result in _listeners
    _listeners.discard(result)
    return known


def installHandler():
    global _installed
    if _installed is None:
        current, replace = _sigint()
        _installed = _StopAsked(current())
        replace(_installed)


def removeHandler(method=None):
    """Puts the former handler back: for good, or as a decorator for the time of a call."""
    if method is None:
        if _installed is not None:
            _sigint()[1](_installed.former)
        return None

    @functools.wraps(method)
    def without_handler(*args, **kwargs):
        current, replace = _sigint()
        before = current()
        removeHandler()
        try:
            return method(*args, **kwargs)
        finally:
            replace(before)
    return without_handler
