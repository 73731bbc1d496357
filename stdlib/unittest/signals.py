"""Ctrl-C as a request to stop after the running test: results that are registered are asked to stop, and the second
time the interrupt goes its usual way."""

import weakref
from functools import wraps

__unittest = True

_results = weakref.WeakKeyDictionary()
_handler = None


def _signal():
    """The module: imported when it is needed, so that tests that do not catch Ctrl-C start without it."""
    import signal
    return signal


class _InterruptHandler:
    def __init__(self, default_handler):
        self.called = False
        self.original_handler = default_handler
        signal = _signal()
        if isinstance(default_handler, int):
            if default_handler == signal.SIG_DFL:
                default_handler = signal.default_int_handler
            elif default_handler == signal.SIG_IGN:
                default_handler = self._ignore
            else:
                raise TypeError("expected SIGINT signal handler to be signal.SIG_IGN, signal.SIG_DFL, or a callable "
                                "object")
        self.default_handler = default_handler

    @staticmethod
    def _ignore(signum, frame):
        pass

    def __call__(self, signum, frame):
        signal = _signal()
        if signal.getsignal(signal.SIGINT) is not self or self.called:
            # Somebody else has put a handler of his own in front of this one, or it is the second time.
            self.default_handler(signum, frame)
        self.called = True
        for result in _results.keys():
            result.stop()


def registerResult(result):
    _results[result] = 1


def removeResult(result):
    return bool(_results.pop(result, None))


def installHandler():
    global _handler
    if _handler is None:
        signal = _signal()
        _handler = _InterruptHandler(signal.getsignal(signal.SIGINT))
        signal.signal(signal.SIGINT, _handler)


def removeHandler(method=None):
    """Puts the former handler back: for good, or as a decorator for the time of a call."""
    if method is None:
        if _handler is not None:
            _signal().signal(_signal().SIGINT, _handler.original_handler)
        return None

    @wraps(method)
    def inner(*args, **kwargs):
        signal = _signal()
        before = signal.getsignal(signal.SIGINT)
        removeHandler()
        try:
            return method(*args, **kwargs)
        finally:
            signal.signal(signal.SIGINT, before)
    return inner
