"""Frames and tracebacks: where each is in the source, and what stands there."""
import collections
import itertools
import sys

from inspect._kinds import isframe, istraceback
from inspect._source import findsource, getfile, getsourcefile


def currentframe():
    """The frame of the caller."""
    return sys._getframe(1)


def getlineno(frame):
    """The line at which a frame is."""
    return frame.f_lineno


class Traceback(collections.namedtuple('_Traceback', 'filename lineno function code_context index')):
    """Where a frame or a traceback is: lines of source around the line, and the index of the line among them."""

    def __new__(cls, filename, lineno, function, code_context, index, *, positions=None):
        self = super().__new__(cls, filename, lineno, function, code_context, index)
        self.positions = positions
        return self

    def __repr__(self):
        return (f'{type(self).__name__}(filename={self.filename!r}, lineno={self.lineno!r}, '
                f'function={self.function!r}, code_context={self.code_context!r}, index={self.index!r}, '
                f'positions={self.positions!r})')


class FrameInfo(collections.namedtuple('_FrameInfo', ('frame', *Traceback._fields))):
    """A Traceback with its frame in front."""

    def __new__(cls, frame, filename, lineno, function, code_context, index, *, positions=None):
        self = super().__new__(cls, frame, filename, lineno, function, code_context, index)
        self.positions = positions
        return self

    def __repr__(self):
        return (f'{type(self).__name__}(frame={self.frame!r}, filename={self.filename!r}, lineno={self.lineno!r}, '
                f'function={self.function!r}, code_context={self.code_context!r}, index={self.index!r}, '
                f'positions={self.positions!r})')


# As dis has it.
Positions = collections.namedtuple('Positions', 'lineno end_lineno col_offset end_col_offset', defaults=(None,) * 4)
Positions.__module__ = 'dis'


def _positions(code, instruction):
    if instruction < 0:
        return None
    at = next(itertools.islice(code.co_positions(), instruction // 2, None), None)
    return Positions(*at) if at else None


def getframeinfo(frame, context=1):
    """Where a frame or a traceback is, as a Traceback with `context` lines of source."""
    if istraceback(frame):
        code, instruction, line = frame.tb_frame.f_code, frame.tb_lasti, frame.tb_lineno
        frame = frame.tb_frame
    elif isframe(frame):
        code, instruction, line = frame.f_code, frame.f_lasti, frame.f_lineno
    else:
        raise TypeError(f'{frame!r} is not a frame or traceback object')
    positions = _positions(code, instruction)
    if positions is None or positions.lineno is None:
        positions = Positions(line, *(positions or Positions())[1:])
    lines = index = None
    if context > 0:
        try:
            source, _ = findsource(frame)
        except OSError:
            pass
        else:
            first = max(min(line - 1 - context // 2, len(source) - context), 0)
            lines, index = source[first:first + context], line - 1 - first
    return Traceback(getsourcefile(frame) or getfile(frame), line, code.co_name, lines, index, positions=positions)


def getouterframes(frame, context=1):
    """A frame and those that called it, as a list of FrameInfo."""
    found = []
    while frame:
        info = getframeinfo(frame, context)
        found.append(FrameInfo(frame, *info, positions=info.positions))
        frame = frame.f_back
    return found


def getinnerframes(tb, context=1):
    """The frames of a traceback down to where the exception was raised, as a list of FrameInfo."""
    found = []
    while tb:
        info = getframeinfo(tb, context)
        found.append(FrameInfo(tb.tb_frame, *info, positions=info.positions))
        tb = tb.tb_next
    return found


def stack(context=1):
    """The frames from the caller's up to the module."""
    return getouterframes(sys._getframe(1), context)


def trace(context=1):
    """The frames between the one that handles the current exception and where it was raised."""
    exception = sys.exception()
    return getinnerframes(exception.__traceback__ if exception else None, context)
