"""Tracebacks as lists of frames and as text."""

import itertools
import linecache
import sys
from _traceback import keyword_typo as _keyword_typo, snippet as _snippet, source_line as _source_line, suggestion as _suggestion

__all__ = ['extract_stack', 'extract_tb', 'format_exception', 'format_exception_only', 'format_list', 'format_stack',
           'format_tb', 'print_exc', 'format_exc', 'print_exception', 'print_last', 'print_stack', 'print_tb',
           'clear_frames', 'FrameSummary', 'StackSummary', 'TracebackException', 'walk_stack', 'walk_tb', 'print_list']

_RECURSIVE_CUTOFF = 3  # equal entries in a row that are printed
_cause_message = "\nThe above exception was the direct cause of the following exception:\n\n"
_context_message = "\nDuring handling of the above exception, another exception occurred:\n\n"


# Printing and formatting in one step

def print_list(extracted_list, file=None):
    """Prints a list of frames as extract_tb() or extract_stack() make it."""
    if file is None:
        file = sys.stderr
    for item in StackSummary.from_list(extracted_list).format():
        print(item, file=file, end="")


def format_list(extracted_list):
    """The frames of such a list as a list of strings."""
    return StackSummary.from_list(extracted_list).format()


def print_tb(tb, limit=None, file=None):
    """Prints the entries of a traceback: the first `limit`, or the last if it is negative."""
    print_list(extract_tb(tb, limit=limit), file=file)


def format_tb(tb, limit=None):
    """The entries of a traceback as a list of strings."""
    return extract_tb(tb, limit=limit).format()


def extract_tb(tb, limit=None):
    """The entries of a traceback as a StackSummary."""
    return StackSummary._extract_from_extended_frame_gen(_walk_tb_with_full_positions(tb), limit=limit)


class _Sentinel:
    def __repr__(self):
        return "<implicit>"


_sentinel = _Sentinel()


def _parse_value_tb(exc, value, tb):
    """The two ways to name an exception: by itself, or as (type, value, traceback)."""
    if (value is _sentinel) != (tb is _sentinel):
        raise ValueError("Both or neither of value and tb must be given")
    if value is tb is _sentinel:
        if exc is None:
            return None, None
        if not isinstance(exc, BaseException):
            raise TypeError(f'Exception expected for value, {type(exc).__name__} found')
        return exc, exc.__traceback__
    return value, tb


def print_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, file=None, chain=True, **kwargs):
    """Prints an exception with its traceback and those of its causes and contexts."""
    value, tb = _parse_value_tb(exc, value, tb)
    TracebackException(type(value), value, tb, limit=limit, compact=True).print(file=file, chain=chain)


def format_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, chain=True, **kwargs):
    """The same as a list of strings."""
    value, tb = _parse_value_tb(exc, value, tb)
    return list(TracebackException(type(value), value, tb, limit=limit, compact=True).format(chain=chain))


def format_exception_only(exc, /, value=_sentinel, *, show_group=False, **kwargs):
    """The last part, without the traceback, as a list of strings."""
    if value is _sentinel:
        value = exc
    return list(TracebackException(type(value), value, None, compact=True).format_exception_only(show_group=show_group))


def print_exc(limit=None, file=None, chain=True):
    """Prints the exception that is being handled."""
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def format_exc(limit=None, chain=True):
    """The exception that is being handled, as one string."""
    return "".join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_last(limit=None, file=None, chain=True):
    """Prints the exception that ended the last input of the interactive interpreter."""
    if not hasattr(sys, "last_exc") and not hasattr(sys, "last_type"):
        raise ValueError("no last exception")
    if hasattr(sys, "last_exc"):
        print_exception(sys.last_exc, limit=limit, file=file, chain=chain)
    else:
        print_exception(sys.last_type, sys.last_value, sys.last_traceback, limit, file, chain)


def print_stack(f=None, limit=None, file=None):
    """Prints the frames that are running: the last `limit` of them, or the first if it is negative."""
    if f is None:
        f = sys._getframe().f_back
    print_list(extract_stack(f, limit=limit), file=file)


def format_stack(f=None, limit=None):
    """The frames that are running, as a list of strings."""
    if f is None:
        f = sys._getframe().f_back
    return format_list(extract_stack(f, limit=limit))


def extract_stack(f=None, limit=None):
    """The frames that are running, outermost first, as a StackSummary."""
    if f is None:
        f = sys._getframe().f_back
    stack = StackSummary.extract(walk_stack(f), limit=limit)
    stack.reverse()
    return stack


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
    if f is None:
        f = sys._getframe().f_back

    def walk(frame):
        while frame is not None:
            yield frame, frame.f_lineno
            frame = frame.f_back

    return walk(f)


def walk_tb(tb):
    """(frame, line number) of each entry of a traceback."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def _walk_tb_with_full_positions(tb):
    """(frame, (line, end line, column, end column)) of each entry."""
    while tb is not None:
        positions = _get_code_position(tb.tb_frame.f_code, tb.tb_lasti)
        if positions[0] is None:
            positions = (tb.tb_lineno,) + positions[1:]
        yield tb.tb_frame, positions
        tb = tb.tb_next


def _get_code_position(code, instruction_index):
    if instruction_index < 0:
        return None, None, None, None
    return next(itertools.islice(code.co_positions(), instruction_index // 2, None))


# Frames

class FrameSummary:
    """One frame: where it is, and its source, which is read when it is first asked for."""

    __slots__ = ('filename', 'lineno', 'end_lineno', 'colno', 'end_colno', 'name', '_lines', '_lines_dedented',
                 'locals', '_code')

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None, colno=None,
                 end_colno=None, **kwargs):
        self.filename = filename
        self.lineno = lineno
        self.end_lineno = lineno if end_lineno is None else end_lineno
        self.colno = colno
        self.end_colno = end_colno
        self.name = name
        self._code = kwargs.get("_code")
        self._lines = line
        self._lines_dedented = None
        if lookup_line:
            self.line
        self.locals = {k: _safe_string(v, 'local', func=repr) for k, v in locals.items()} if locals else None

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return (self.filename == other.filename and self.lineno == other.lineno and self.name == other.name
                    and self.locals == other.locals)
        if isinstance(other, tuple):
            return (self.filename, self.lineno, self.name, self.line) == other
        return NotImplemented

    def __getitem__(self, pos):
        return (self.filename, self.lineno, self.name, self.line)[pos]

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"

    def __len__(self):
        return 4

    def _set_lines(self):
        if self._lines is None and self.lineno is not None and self.end_lineno is not None:
            lines = [linecache.getline(self.filename, n).rstrip() for n in range(self.lineno, self.end_lineno + 1)]
            if not any(lines) and self._code is not None:
                lines = [(_source_line(self._code, n) or '').rstrip() for n in range(self.lineno, self.end_lineno + 1)]
            self._lines = "\n".join(lines) + "\n"

    @property
    def _original_lines(self):
        """The source as it is in the file: all lines of the instruction."""
        self._set_lines()
        return self._lines

    @property
    def line(self):
        """The first line, without the white space around it."""
        self._set_lines()
        if self._lines is None:
            return None
        return self._lines.partition("\n")[0].strip()


class StackSummary(list):
    """A list of FrameSummary, the outermost first."""

    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        """Makes one of pairs (frame, line number), as walk_stack() and walk_tb() make them."""
        extended = ((f, (lineno, None, None, None)) for f, lineno in frame_gen)
        return klass._extract_from_extended_frame_gen(extended, limit=limit, lookup_lines=lookup_lines,
                                                      capture_locals=capture_locals)

    @classmethod
    def _extract_from_extended_frame_gen(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        if limit is None:
            limit = getattr(sys, 'tracebacklimit', None)
            if limit is not None and limit < 0:
                limit = 0
        if limit is not None:
            if limit >= 0:
                frame_gen = itertools.islice(frame_gen, limit)
            else:
                frame_gen = list(frame_gen)[limit:]
        result = klass()
        filenames = set()
        for f, (lineno, end_lineno, colno, end_colno) in frame_gen:
            code = f.f_code
            filenames.add(code.co_filename)
            linecache.lazycache(code.co_filename, f.f_globals)
            result.append(FrameSummary(code.co_filename, lineno, code.co_name, lookup_line=False,
                                       locals=f.f_locals if capture_locals else None, end_lineno=end_lineno,
                                       colno=colno, end_colno=end_colno, _code=code))
        for filename in filenames:
            linecache.checkcache(filename)
        if lookup_lines:
            for f in result:
                f.line
        return result

    @classmethod
    def from_list(klass, a_list):
        """Makes one of frames or tuples (filename, line number, name, line)."""
        result = StackSummary()
        for frame in a_list:
            if isinstance(frame, FrameSummary):
                result.append(frame)
            else:
                filename, lineno, name, line = frame
                result.append(FrameSummary(filename, lineno, name, line=line))
        return result

    def format_frame_summary(self, frame_summary, **kwargs):
        """One frame as text; None would leave it out."""
        filename = frame_summary.filename
        if filename.startswith("<stdin-") and filename.endswith('>'):
            filename = "<stdin>"
        text = f'  File "{filename}", line {frame_summary.lineno}, in {frame_summary.name}\n'
        lines = frame_summary._original_lines
        if lines and lines.strip():
            lines = lines.splitlines()
            if frame_summary.colno is None or frame_summary.end_colno is None:
                text += f'    {lines[0].strip()}\n' if frame_summary.line else ''
            else:
                text += _snippet(lines[:frame_summary.end_lineno - frame_summary.lineno + 1], frame_summary.colno,
                                 frame_summary.end_colno)
        if frame_summary.locals:
            for name, value in sorted(frame_summary.locals.items()):
                text += f'    {name} = {value}\n'
        return text

    def format(self, **kwargs):
        """All frames as a list of strings; of many equal ones in a row, only the first few."""
        result = []
        last = None
        count = 0

        def close_run():
            if count > _RECURSIVE_CUTOFF:
                more = count - _RECURSIVE_CUTOFF
                result.append(f'  [Previous line repeated {more} more time{"s" if more > 1 else ""}]\n')

        for frame_summary in self:
            text = self.format_frame_summary(frame_summary)
            if text is None:
                continue
            place = (frame_summary.filename, frame_summary.lineno, frame_summary.name)
            if last is None or place != last:
                close_run()
                last = place
                count = 0
            count += 1
            if count <= _RECURSIVE_CUTOFF:
                result.append(text)
        close_run()
        return result


# Exceptions

def _safe_string(value, what, func=str):
    try:
        return func(value)
    except:
        return f'<{what} {func.__name__}() failed>'


def _format_final_exc_line(etype, value):
    text = _safe_string(value, 'exception')
    return f"{etype}\n" if value is None or not text else f"{etype}: {text}\n"


class _ExceptionPrintContext:
    """How deep in exception groups we are, and whether the rulers around a member must be closed."""

    def __init__(self):
        self.seen = set()
        self.exception_group_depth = 0
        self.need_close = False

    def indent(self):
        return ' ' * (2 * self.exception_group_depth)

    def emit(self, text_gen, margin_char=None):
        if margin_char is None:
            margin_char = '|'
        indent = self.indent()
        if self.exception_group_depth:
            indent += margin_char + ' '
        for text in [text_gen] if isinstance(text_gen, str) else text_gen:
            yield "".join(indent + line for line in text.splitlines(True))


class TracebackException:
    """An exception with all that is needed to print it, but without the objects that it holds: no frames, no values.

    It has the causes and contexts as such objects, too, and for a group those of the members."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, save_exc_type=True, _seen=None):
        # Recursion would be simpler, but a chain may be long: a queue of those whose relatives are still to be made.
        is_recursive_call = _seen is not None
        if _seen is None:
            _seen = set()
        _seen.add(id(exc_value))
        self.max_group_width = max_group_width
        self.max_group_depth = max_group_depth
        self.stack = StackSummary._extract_from_extended_frame_gen(
            _walk_tb_with_full_positions(exc_traceback), limit=limit, lookup_lines=lookup_lines,
            capture_locals=capture_locals)
        self._exc_type = exc_type if save_exc_type else None
        self._str = _safe_string(exc_value, 'exception')
        try:
            self.__notes__ = getattr(exc_value, '__notes__', None)
        except Exception as e:
            self.__notes__ = [f'Ignored error getting __notes__: {_safe_string(e, "__notes__", repr)}']
        self._is_syntax_error = False
        self._have_exc_type = exc_type is not None
        if exc_type is not None:
            self.exc_type_qualname = exc_type.__qualname__
            self.exc_type_module = exc_type.__module__
        else:
            self.exc_type_qualname = self.exc_type_module = None
        if exc_type and issubclass(exc_type, SyntaxError):
            self.filename = exc_value.filename
            self.lineno = None if exc_value.lineno is None else str(exc_value.lineno)
            self.end_lineno = None if exc_value.end_lineno is None else str(exc_value.end_lineno)
            self.text = exc_value.text
            self.offset = exc_value.offset
            self.end_offset = exc_value.end_offset
            self.msg = exc_value.msg
            self._typo = _keyword_typo(exc_value)
            self._is_syntax_error = True
        elif isinstance(exc_value, BaseException):
            self._str += _suggestion(exc_value, exc_traceback) or ''
        if lookup_lines:
            self._load_lines()
        self.__suppress_context__ = exc_value.__suppress_context__ if exc_value is not None else False
        self.__cause__ = self.__context__ = self.exceptions = None
        if is_recursive_call:
            return

        def make(e):
            return TracebackException(type(e), e, e.__traceback__, limit=limit, lookup_lines=lookup_lines,
                                      capture_locals=capture_locals, max_group_width=max_group_width,
                                      max_group_depth=max_group_depth, _seen=_seen)

        queue = [(self, exc_value)]
        while queue:
            te, e = queue.pop()
            cause = e.__cause__ if e is not None else None
            if cause is not None and id(cause) not in _seen:
                te.__cause__ = make(cause)
                queue.append((te.__cause__, cause))
            need_context = cause is None and e is not None and not e.__suppress_context__ if compact else True
            context = e.__context__ if e is not None else None
            if need_context and context is not None and id(context) not in _seen:
                te.__context__ = make(context)
                queue.append((te.__context__, context))
            if e is not None and isinstance(e, BaseExceptionGroup):
                te.exceptions = [make(member) for member in e.exceptions]
                queue.extend(zip(te.exceptions, e.exceptions))

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        """Makes one of an exception."""
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    @property
    def exc_type(self):
        import warnings
        warnings.warn('Deprecated in 3.13. Use exc_type_str instead.', DeprecationWarning, stacklevel=2)
        return self._exc_type

    @property
    def exc_type_str(self):
        if not self._have_exc_type:
            return None
        if self.exc_type_module in ("__main__", "builtins"):
            return self.exc_type_qualname
        module = self.exc_type_module if isinstance(self.exc_type_module, str) else "<unknown>"
        return f'{module}.{self.exc_type_qualname}'

    def _load_lines(self):
        for frame in self.stack:
            frame.line

    def __eq__(self, other):
        if isinstance(other, TracebackException):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def __str__(self):
        return self._str

    def format_exception_only(self, *, show_group=False, _depth=0, **kwargs):
        """Yields the lines below the traceback: of a SyntaxError its place, then the type and the text, then notes."""
        indent = 3 * _depth * ' '
        if not self._have_exc_type:
            yield indent + _format_final_exc_line(None, self._str)
            return
        if not self._is_syntax_error:
            if _depth > 0:
                # Nested: the text may have several lines.
                final = _format_final_exc_line(self.exc_type_str, self._str).split("\n")
                yield from [indent + line + "\n" for line in final if line]
            else:
                yield _format_final_exc_line(self.exc_type_str, self._str)
        else:
            yield from [indent + line for line in self._format_syntax_error(self.exc_type_str)]
        yield from self._format_notes(indent)
        if self.exceptions and show_group:
            for member in self.exceptions:
                yield from member.format_exception_only(show_group=show_group, _depth=_depth + 1)

    def _format_notes(self, indent):
        notes = self.__notes__
        if isinstance(notes, (list, tuple)):
            for note in notes:
                yield from [indent + line + '\n' for line in _safe_string(note, 'note').split('\n')]
        elif notes is not None:
            yield f"{indent}{_safe_string(notes, '__notes__', func=repr)}\n"

    def _format_syntax_error(self, stype):
        filename_suffix = ''
        if self.lineno is not None:
            yield f'  File "{self.filename or "<string>"}", line {self.lineno}\n'
        elif self.filename is not None:
            filename_suffix = f' ({self.filename})'
        if isinstance(self.text, str):
            if self._typo is not None:
                self._show_typo(*self._typo)
            rtext = self.text.rstrip('\n')
            ltext = rtext.lstrip(' \n\f')
            if self.offset is None or isinstance(self.offset, int):
                yield f'    {ltext}\n'
            if isinstance(self.offset, int):
                yield from self._format_caret(rtext, ltext)
        yield f"{stype}: {self.msg or '<no detail available>'}{filename_suffix}\n"

    def _show_typo(self, keyword, lineno, offset, end_offset, text):
        """Makes a misspelt keyword the place of the error."""
        self.lineno = self.end_lineno = lineno
        self.offset, self.end_offset, self.text = offset, end_offset, text
        self.msg = f"invalid syntax. Did you mean '{keyword}'?"

    def _format_caret(self, rtext, ltext):
        spaces = len(rtext) - len(ltext)
        offset = self.offset
        if self.lineno == self.end_lineno:
            end_offset = self.end_offset if isinstance(self.end_offset, int) and self.end_offset != 0 else offset
        else:
            end_offset = len(rtext) + 1
        if self.text and offset > len(self.text):
            offset = len(rtext) + 1
        if self.text and end_offset > len(self.text):
            end_offset = len(rtext) + 1
        if offset >= end_offset or end_offset < 0:
            end_offset = offset + 1
        colno = offset - 1 - spaces
        end_colno = end_offset - 1 - spaces
        if colno >= 0:
            # Tabs stay, so that the marks stand below the text.
            yield '    %s%s\n' % (''.join(c if c.isspace() else ' ' for c in ltext[:colno]), '^' * (end_colno - colno))

    def format(self, *, chain=True, _ctx=None, **kwargs):
        """Yields the text of the whole: causes and contexts first."""
        if _ctx is None:
            _ctx = _ExceptionPrintContext()
        output = []
        exc = self
        while exc:
            message = following = None
            if chain:
                if exc.__cause__ is not None:
                    message, following = _cause_message, exc.__cause__
                elif exc.__context__ is not None and not exc.__suppress_context__:
                    message, following = _context_message, exc.__context__
            output.append((message, exc))
            exc = following
        for message, exc in reversed(output):
            if message is not None:
                yield from _ctx.emit(message)
            if exc.exceptions is None:
                if exc.stack:
                    yield from _ctx.emit('Traceback (most recent call last):\n')
                    yield from _ctx.emit(exc.stack.format())
                yield from _ctx.emit(exc.format_exception_only())
            elif _ctx.exception_group_depth > self.max_group_depth:
                yield from _ctx.emit(f"... (max_group_depth is {self.max_group_depth})\n")
            else:
                yield from exc._format_group(_ctx)

    def _format_group(self, ctx):
        outermost = ctx.exception_group_depth == 0
        if outermost:
            ctx.exception_group_depth += 1
        if self.stack:
            yield from ctx.emit('Exception Group Traceback (most recent call last):\n',
                                margin_char='+' if outermost else None)
            yield from ctx.emit(self.stack.format())
        yield from ctx.emit(self.format_exception_only())
        count = len(self.exceptions)
        shown = count if count <= self.max_group_width else self.max_group_width + 1
        ctx.need_close = False
        for i in range(shown):
            last = i == shown - 1
            if last:
                ctx.need_close = True
            truncated = i >= self.max_group_width
            title = '...' if truncated else f'{i + 1}'
            yield f"{ctx.indent()}{'+-' if i == 0 else '  '}+---------------- {title} ----------------\n"
            ctx.exception_group_depth += 1
            if truncated:
                remaining = count - self.max_group_width
                yield from ctx.emit(f"and {remaining} more exception{'s' if remaining > 1 else ''}\n")
            else:
                yield from self.exceptions[i].format(_ctx=ctx)
            if last and ctx.need_close:
                yield f"{ctx.indent()}+------------------------------------\n"
                ctx.need_close = False
            ctx.exception_group_depth -= 1
        if outermost:
            ctx.exception_group_depth = 0

    def print(self, *, file=None, chain=True, **kwargs):
        """Prints the whole, by default on sys.stderr."""
        if file is None:
            file = sys.stderr
        for line in self.format(chain=chain):
            print(line, file=file, end="")
