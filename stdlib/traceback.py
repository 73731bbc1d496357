"""Tracebacks as lists of frames and as text."""

import itertools
import linecache
import sys
from _traceback import (keyword_typo as _keyword_typo, snippet as _snippet, source_line as _source_line,
                        suggestion as _suggestion)

__all__ = ['extract_stack', 'extract_tb', 'format_exception', 'format_exception_only', 'format_list', 'format_stack',
           'format_tb', 'print_exc', 'format_exc', 'print_exception', 'print_last', 'print_stack', 'print_tb',
           'clear_frames', 'FrameSummary', 'StackSummary', 'TracebackException', 'walk_stack', 'walk_tb', 'print_list']

_RECURSIVE_CUTOFF = 3  # equal entries in a row that are printed
_cause_message = "\nThe above exception was the direct cause of the following exception:\n\n"
_context_message = "\nDuring handling of the above exception, another exception occurred:\n\n"


# Printing and formatting in one step

def _write(strings, file):
    print(*strings, sep="", end="", file=file or sys.stderr)


def print_list(extracted_list, file=None):
    """Prints a list of frames as extract_tb() or extract_stack() make it."""
    _write(format_list(extracted_list), file)


def format_list(extracted_list):
    """The frames of such a list as a list of strings."""
    summary = StackSummary.from_list(extracted_list)
    return summary.format()


def print_tb(tb, limit=None, file=None):
    """Prints the entries of a traceback: the first `limit`, or the last if it is negative."""
    _write(format_tb(tb, limit), file)


def format_tb(tb, limit=None):
    """The entries of a traceback as a list of strings."""
    return format_list(extract_tb(tb, limit))


def extract_tb(tb, limit=None):
    """The entries of a traceback as a StackSummary."""
    return StackSummary._of_places(_places(tb), limit)


class _Implicit:
    """Stands for an argument that was not given."""

    def __repr__(self):
        return "<implicit>"


_sentinel = _Implicit()


def _summary(exc, value, tb, limit):
    """Of an exception that is named by itself, or as (type, value, traceback)."""
    implied = [argument is _sentinel for argument in (value, tb)]
    if any(implied) and not all(implied):
        raise ValueError("Both or neither of value and tb must be given")
    if any(implied):
        if not isinstance(exc, BaseException | None):
            raise TypeError(f'Exception expected for value, {type(exc).__name__} found')
        value, tb = exc, getattr(exc, '__traceback__', None)
    return TracebackException(type(value), value, tb, limit=limit, compact=True)


def print_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, file=None, chain=True, **kwargs):
    """Prints an exception with its traceback and those of its causes and contexts."""
    _summary(exc, value, tb, limit).print(file=file, chain=chain)


def format_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, chain=True, **kwargs):
    """The same as a list of strings."""
    return [*_summary(exc, value, tb, limit).format(chain=chain)]


def format_exception_only(exc, /, value=_sentinel, *, show_group=False, **kwargs):
    """The last part, without the traceback, as a list of strings."""
    named = exc if value is _sentinel else value
    summary = TracebackException(type(named), named, None, compact=True)
    return [*summary.format_exception_only(show_group=show_group)]


def print_exc(limit=None, file=None, chain=True):
    """Prints the exception that is being handled."""
    print_exception(sys.exception(), file=file, limit=limit, chain=chain)


def format_exc(limit=None, chain=True):
    """The exception that is being handled, as one string."""
    return "".join(format_exception(sys.exception(), chain=chain, limit=limit))


def print_last(limit=None, file=None, chain=True):
    """Prints the exception that ended the last input of the interactive interpreter."""
    try:
        named = [sys.last_exc] if hasattr(sys, "last_exc") else [sys.last_type, sys.last_value, sys.last_traceback]
    except AttributeError:
        raise ValueError("no last exception") from None
    print_exception(*named, file=file, limit=limit, chain=chain)


# Those of the running frames begin with the caller's own, if none is given.

def print_stack(f=None, limit=None, file=None):
    """Prints the frames that are running: the last `limit` of them, or the first if it is negative."""
    _write(extract_stack(f or sys._getframe(1), limit).format(), file)


def format_stack(f=None, limit=None):
    """The frames that are running, as a list of strings."""
    return extract_stack(f or sys._getframe(1), limit).format()


def extract_stack(f=None, limit=None):
    """The frames that are running, outermost first, as a StackSummary."""
    innermost_first = StackSummary.extract(walk_stack(f or sys._getframe(1)), limit=limit)
    innermost_first.reverse()
    return innermost_first


def clear_frames(tb):
    """Drops the local variables of all frames of a traceback."""
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            pass  # it is running
        tb = tb.tb_next


def walk_stack(f):
    """(frame, line number) of f and of the frames around it."""
    return ((frame, frame.f_lineno) for frame in _chain(f or sys._getframe(1), 'f_back'))


def walk_tb(tb):
    """(frame, line number) of each entry of a traceback."""
    for entry in _chain(tb, 'tb_next'):
        yield entry.tb_frame, entry.tb_lineno


def _chain(link, following):
    while link is not None:
        yield link
        link = getattr(link, following)


def _places(tb):
    """(frame, (line, end line, column, end column)) of each entry of a traceback."""
    for entry in _chain(tb, 'tb_next'):
        line = end_line = column = end_column = None
        if entry.tb_lasti >= 0:
            every = entry.tb_frame.f_code.co_positions()
            line, end_line, column, end_column = next(itertools.islice(every, entry.tb_lasti // 2, None))
        yield entry.tb_frame, (entry.tb_lineno if line is None else line, end_line, column, end_column)


# Frames

class FrameSummary:
    """One frame: where it is, and its source, which is read when it is first asked for."""

    __slots__ = ('filename', 'lineno', 'end_lineno', 'colno', 'end_colno', 'name', 'locals', '_source', '_code')

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None, colno=None,
                 end_colno=None, **kwargs):
        self.filename, self.name = filename, name
        self.lineno, self.end_lineno = lineno, end_lineno if end_lineno is not None else lineno
        self.colno, self.end_colno = colno, end_colno
        self._source, self._code = line, kwargs.get('_code')
        if lookup_line:
            self._read()
        self.locals = None
        if locals:
            self.locals = {variable: _safely(repr, value, 'local') for variable, value in locals.items()}

    def _fields(self):
        """What a frame was when it was still a tuple."""
        return self.filename, self.lineno, self.name, self.line

    def __eq__(self, other):
        if isinstance(other, tuple):
            return other == self._fields()
        if isinstance(other, FrameSummary):
            return (self.filename, self.lineno, self.name, self.locals) == (other.filename, other.lineno, other.name,
                                                                           other.locals)
        return NotImplemented

    def __getitem__(self, pos):
        return self._fields()[pos]

    def __iter__(self):
        return iter(self._fields())

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"

    def __len__(self):
        return 4

    def _read(self):
        """The source as it is in the file: all lines of the instruction; None if it is not known which."""
        if self._source is None and None not in (self.lineno, self.end_lineno):
            numbers = range(self.lineno, self.end_lineno + 1)
            lines = [linecache.getline(self.filename, number).rstrip() for number in numbers]
            if self._code is not None and not any(lines):
                lines = [(_source_line(self._code, number) or '').rstrip() for number in numbers]
            self._source = ''.join(f'{line}\n' for line in lines) or '\n'
        return self._source

    @property
    def line(self):
        """The first line, without the white space around it."""
        source = self._read()
        return source if source is None else source.split("\n", 1)[0].strip()


class StackSummary(list):
    """A list of FrameSummary, the outermost first."""

    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        """Makes one of pairs (frame, line number), as walk_stack() and walk_tb() make them."""
        return klass._of_places(((frame, (line, None, None, None)) for frame, line in frame_gen), limit, lookup_lines,
                                capture_locals)

    @classmethod
    def _of_places(klass, places, limit=None, lookup_lines=True, capture_locals=False):
        """Makes one of pairs as _places() makes them."""
        if limit is None and getattr(sys, 'tracebacklimit', None) is not None:
            limit = max(sys.tracebacklimit, 0)
        if limit is not None:
            places = itertools.islice(places, limit) if limit >= 0 else [*places][limit:]
        summary = klass()
        for frame, (line, end_line, column, end_column) in places:
            code = frame.f_code
            linecache.lazycache(code.co_filename, frame.f_globals)
            summary.append(FrameSummary(code.co_filename, line, code.co_name, lookup_line=False, end_lineno=end_line,
                                        colno=column, end_colno=end_column, _code=code,
                                        locals=frame.f_locals if capture_locals else None))
        for name in {entry.filename for entry in summary}:
            linecache.checkcache(name)
        if lookup_lines:
            summary._read()
        return summary

    def _read(self):
        for entry in self:
            entry._read()

    @classmethod
    def from_list(klass, a_list):
        """Makes one of frames or tuples (filename, line number, name, line)."""
        summary = StackSummary()
        for item in a_list:
            if not isinstance(item, FrameSummary):
                filename, lineno, name, line = item
                item = FrameSummary(filename, lineno, name, line=line)
            summary.append(item)
        return summary

    def format_frame_summary(self, frame_summary, **kwargs):
        """One frame as text; None would leave it out."""
        entry = frame_summary
        shown = "<stdin>" if entry.filename.startswith("<stdin-") and entry.filename.endswith('>') else entry.filename
        text = f'  File "{shown}", line {entry.lineno}, in {entry.name}\n'
        source = entry._read()
        if source and not source.isspace():
            lines = source.splitlines()
            if None not in (entry.colno, entry.end_colno):
                text += _snippet(lines[:entry.end_lineno - entry.lineno + 1], entry.colno, entry.end_colno)
            elif entry.line:
                text += f'    {lines[0].strip()}\n'
        for name in sorted(entry.locals or ()):
            text += f'    {name} = {entry.locals[name]}\n'
        return text

    def format(self, **kwargs):
        """All frames as a list of strings; of many equal ones in a row, only the first few."""
        shown = ((entry, text) for entry in self if (text := self.format_frame_summary(entry)) is not None)
        result = []
        for _, run in itertools.groupby(shown, lambda pair: (pair[0].filename, pair[0].lineno, pair[0].name)):
            texts = [text for _, text in run]
            result += texts[:_RECURSIVE_CUTOFF]
            more = len(texts) - _RECURSIVE_CUTOFF
            if more > 0:
                result.append(f'  [Previous line repeated {more} more time{"s" if more > 1 else ""}]\n')
        return result


# Exceptions

def _safely(convert, value, what):
    """repr() or str() of something whose methods may fail."""
    try:
        return convert(value)
    except:
        return f'<{what} {convert.__name__}() failed>'


def _last_line(type_name, text):
    return f"{type_name}: {text}\n" if text else f"{type_name}\n"


class _Margin:
    """What stands in front of each line: how deep in exception groups we are, and whether the ruler below the last
    member is still to come."""

    def __init__(self):
        self.depth = 0
        self.open = False

    def spaces(self):
        return '  ' * self.depth

    def beside(self, texts, mark='|'):
        start = f'{self.spaces()}{mark} ' if self.depth else ''
        for text in texts:
            yield "".join(start + line for line in text.splitlines(keepends=True))


class TracebackException:
    """An exception with all that is needed to print it, but without the objects that it holds: no frames, no values.

    It has the causes and contexts as such objects, too, and for a group those of the members."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, save_exc_type=True, _seen=None):
        self.max_group_width, self.max_group_depth = max_group_width, max_group_depth
        self.stack = StackSummary._of_places(_places(exc_traceback), limit, lookup_lines, capture_locals)
        self._describe(exc_type, exc_value, exc_traceback)
        self._type = exc_type if save_exc_type else None
        self.__cause__ = self.__context__ = self.exceptions = None
        if _seen is None:
            options = dict(limit=limit, lookup_lines=lookup_lines, capture_locals=capture_locals,
                           max_group_width=max_group_width, max_group_depth=max_group_depth)
            self._add_relatives(exc_value, compact, options)
        else:
            _seen.add(id(exc_value))

    def _describe(self, exc_type, exc, tb):
        self._known = exc_type is not None
        self.exc_type_qualname = getattr(exc_type, '__qualname__', None)
        self.exc_type_module = getattr(exc_type, '__module__', None)
        self._text = _safely(str, exc, 'exception')
        try:
            self.__notes__ = getattr(exc, '__notes__', None)
        except Exception as error:
            self.__notes__ = [f'Ignored error getting __notes__: {_safely(repr, error, "__notes__")}']
        self.__suppress_context__ = exc is not None and exc.__suppress_context__
        self._of_syntax = self._known and issubclass(exc_type, SyntaxError)
        if self._of_syntax:
            for field in ('filename', 'text', 'offset', 'end_offset', 'msg'):
                setattr(self, field, getattr(exc, field))
            self.lineno, self.end_lineno = (None if number is None else str(number)
                                            for number in (exc.lineno, exc.end_lineno))
            self._typo = _keyword_typo(exc)
        elif isinstance(exc, BaseException):
            self._text += _suggestion(exc, tb) or ''

    def _add_relatives(self, exc, compact, options):
        """Causes, contexts and members, theirs included. Recursion would be simpler, but a chain may be long."""
        seen = {id(exc)}
        pending = [] if exc is None else [(self, exc)]

        def summary(relative):
            made = TracebackException(type(relative), relative, relative.__traceback__, _seen=seen, **options)
            pending.append((made, relative))
            return made

        while pending:
            owner, exc = pending.pop()
            cause, context = exc.__cause__, exc.__context__
            if cause is not None and id(cause) not in seen:
                owner.__cause__ = summary(cause)
            hidden = compact and (cause is not None or exc.__suppress_context__)
            if context is not None and not hidden and id(context) not in seen:
                owner.__context__ = summary(context)
            if isinstance(exc, BaseExceptionGroup):
                owner.exceptions = [summary(member) for member in exc.exceptions]

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        """Makes one of an exception."""
        tb = exc.__traceback__
        return cls(type(exc), exc, tb, *args, **kwargs)

    @property
    def exc_type(self):
        import warnings
        warnings.warn('Deprecated in 3.13. Use exc_type_str instead.', DeprecationWarning, stacklevel=2)
        return self._type

    @property
    def exc_type_str(self):
        """The name of the type, with the module where that says something."""
        if not self._known:
            return None
        match self.exc_type_module:
            case "__main__" | "builtins":
                return self.exc_type_qualname
            case str(module):
                return f'{module}.{self.exc_type_qualname}'
        return f'<unknown>.{self.exc_type_qualname}'

    def __eq__(self, other):
        return vars(self) == vars(other) if isinstance(other, TracebackException) else NotImplemented

    def __str__(self):
        return self._text

    def format_exception_only(self, *, show_group=False, _depth=0, **kwargs):
        """Yields the lines below the traceback: of a SyntaxError its place, then the type and the text, then notes."""
        indent = '   ' * _depth
        if self._of_syntax:
            lines = self._format_syntax_error(self.exc_type_str)
        else:
            lines = [_last_line(self.exc_type_str, self._text)]
            if self._known and _depth:  # the text of a member may have several lines
                lines = [line + "\n" for line in lines[0].split("\n") if line]
        for line in lines:
            yield indent + line
        if not self._known:
            return
        yield from self._format_notes(indent)
        for member in self.exceptions or () if show_group else ():
            yield from member.format_exception_only(show_group=True, _depth=_depth + 1)

    def _format_notes(self, indent):
        notes = self.__notes__
        if isinstance(notes, (list, tuple)):
            for note in notes:
                yield from [indent + line + '\n' for line in _safely(str, note, 'note').split('\n')]
        elif notes is not None:
            yield f"{indent}{_safely(repr, notes, '__notes__')}\n"

    def _format_syntax_error(self, stype):
        behind = ''
        if self.lineno is None:
            behind = '' if self.filename is None else f' ({self.filename})'
        else:
            yield f'  File "{self.filename or "<string>"}", line {self.lineno}\n'
        if isinstance(self.text, str):
            if self._typo is not None:
                self._show_typo(*self._typo)
            line = self.text.rstrip('\n')
            code = line.lstrip(' \n\f')
            if isinstance(self.offset, int | None):
                yield f'    {code}\n'
            if self.offset is not None and isinstance(self.offset, int):
                yield from self._format_caret(line, code)
        yield f"{stype}: {self.msg or '<no detail available>'}{behind}\n"

    def _show_typo(self, keyword, lineno, offset, end_offset, text):
        """Makes a misspelt keyword the place of the error."""
        self.lineno = self.end_lineno = lineno
        self.offset, self.end_offset, self.text = offset, end_offset, text
        self.msg = f"invalid syntax. Did you mean '{keyword}'?"

    def _format_caret(self, line, code):
        """The marks below the code, which is the line without its indentation."""
        indentation = len(line) - len(code)
        behind = len(line) + 1

        def within(column):
            return behind if self.text and column > len(self.text) else column

        start = within(self.offset)
        end = behind
        if self.lineno == self.end_lineno:
            end = self.end_offset if self.end_offset and isinstance(self.end_offset, int) else self.offset
        end = within(end)
        if end <= start or end < 0:
            end = start + 1
        before = start - 1 - indentation
        if before >= 0:
            # Tabs stay, so that the marks stand below the text.
            blanks = ''.join(c if c.isspace() else ' ' for c in code[:before])
            yield f"    {blanks}{'^' * (end - start)}\n"

    def _related(self):
        """(the exception that is told of before this one, what is said in between), or (None, None)."""
        if self.__cause__ is not None:
            return self.__cause__, _cause_message
        if self.__context__ is None or self.__suppress_context__:
            return None, None
        return self.__context__, _context_message

    def format(self, *, chain=True, _ctx=None, **kwargs):
        """Yields the text of the whole: causes and contexts first."""
        margin = _ctx or _Margin()
        told = [(self, None)]
        while chain and told[-1][0] is not None:
            told.append(told[-1][0]._related())
        # Each pair has what is said after its exception.
        for exc, message in reversed(told):
            if exc is not None:
                yield from exc._format_one(margin, self.max_group_depth)
            if message is not None:
                yield from margin.beside([message])

    def _format_one(self, margin, max_depth):
        if self.exceptions is None:
            if self.stack:
                yield from margin.beside(['Traceback (most recent call last):\n', *self.stack.format()])
            yield from margin.beside(self.format_exception_only())
        elif margin.depth > max_depth:
            yield from margin.beside([f"... (max_group_depth is {max_depth})\n"])
        else:
            yield from self._format_group(margin)

    def _format_group(self, margin):
        outermost = not margin.depth
        margin.depth += outermost
        if self.stack:
            yield from margin.beside(['Exception Group Traceback (most recent call last):\n'],
                                     '+' if outermost else '|')
            yield from margin.beside(self.stack.format())
        yield from margin.beside(self.format_exception_only())
        left_out = len(self.exceptions) - self.max_group_width
        parts = [(f'{i}', member) for i, member in enumerate(self.exceptions[:self.max_group_width], 1)]
        if left_out > 0:
            parts.append(('...', None))
        margin.open = False
        for i, (title, member) in enumerate(parts, 1):
            if i == len(parts):
                margin.open = True  # the innermost last member closes the ruler for all
            yield f"{margin.spaces()}{'+-' if i == 1 else '  '}+---------------- {title} ----------------\n"
            margin.depth += 1
            if member is not None:
                yield from member.format(_ctx=margin)
            else:
                yield from margin.beside([f"and {left_out} more exception{'s' if left_out > 1 else ''}\n"])
            if margin.open and i == len(parts):
                yield f"{margin.spaces()}+------------------------------------\n"
                margin.open = False
            margin.depth -= 1
        if outermost:
            margin.depth = 0

    def print(self, *, file=None, chain=True, **kwargs):
        """Prints the whole, by default on sys.stderr."""
        _write(self.format(chain=chain), file)
