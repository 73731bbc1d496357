"""Signals: what comes to the process from outside, and the handlers that run then, between two instructions."""
import _signal
from enum import IntEnum as _IntEnum
from _signal import (ITIMER_PROF, ITIMER_REAL, ITIMER_VIRTUAL, NSIG, ItimerError, alarm, default_int_handler, getitimer,
                     pause, pidfd_send_signal, pthread_kill, raise_signal, set_wakeup_fd, setitimer, siginterrupt,
                     sigtimedwait, sigwaitinfo, strsignal, struct_siginfo)


def _numbers(*prefixes, but=()):
    """The constants of the system whose names begin so, aliases behind the name that counts."""
    found = [(name, value) for name, value in vars(_signal).items()
             if name.startswith(prefixes) and not name.startswith(tuple(but))]
    return sorted(found, key=lambda item: (item[1], item[0]))


Signals = _IntEnum('Signals', _numbers('SIG', but=['SIG_']), module=__name__)
Handlers = _IntEnum('Handlers', _numbers('SIG_DFL', 'SIG_IGN'), module=__name__)
Sigmasks = _IntEnum('Sigmasks', _numbers('SIG_BLOCK', 'SIG_UNBLOCK', 'SIG_SETMASK'), module=__name__)
for _enum in Signals, Handlers, Sigmasks:
    globals().update(_enum.__members__)
del _enum


def _named(value, enum):
    """The member for a number; anything else, and numbers without a name, as they are."""
    try:
        return enum(value)
    except (ValueError, TypeError):
        return value


def signal(signalnum, handler):
    """Sets what happens when a signal comes: SIG_DFL, SIG_IGN or a function (number, frame). Returns what was set
    before; None if that came from outside of the language."""
    return _named(_signal.signal(signalnum, handler), Handlers)


def getsignal(signalnum):
    """What happens when a signal comes: SIG_DFL, SIG_IGN, a function, or None if nobody knows."""
    return _named(_signal.getsignal(signalnum), Handlers)


def pthread_sigmask(how, mask):
    """Changes which signals are held back, by SIG_BLOCK, SIG_UNBLOCK or SIG_SETMASK. Returns those that were."""
    return {_named(number, Signals) for number in _signal.pthread_sigmask(how, mask)}


def sigpending():
    """The signals that came and are held back."""
    return {_named(number, Signals) for number in _signal.sigpending()}


def sigwait(sigset):
    """Waits until one of some signals comes that are held back, and takes it."""
    return _named(_signal.sigwait(sigset), Signals)


def valid_signals():
    """All signals that the system has."""
    return {_named(number, Signals) for number in _signal.valid_signals()}
