"""Regular expressions.

A pattern is read by _translate and matched by _re, which is written in C. Compiled patterns are kept, so that the
functions of the module need not compile one each time.
"""

import enum

from _re import Match, Pattern, compile as _make_pattern

from . import _translate
from ._source import PatternError
from ._template import parse_template as _parse_template

__all__ = ["match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile", "purge", "escape",
           "error", "Pattern", "Match", "A", "I", "L", "M", "S", "X", "U", "ASCII", "IGNORECASE", "LOCALE",
           "MULTILINE", "DOTALL", "VERBOSE", "UNICODE", "NOFLAG", "RegexFlag", "PatternError"]

error = PatternError


@enum.global_enum
class RegexFlag(enum.IntFlag, boundary=enum.KEEP):
    """What changes the meaning of a pattern."""

    NOFLAG = 0
    ASCII = A = _translate.ASCII
    IGNORECASE = I = _translate.IGNORECASE
    LOCALE = L = _translate.LOCALE
    UNICODE = U = _translate.UNICODE
    MULTILINE = M = _translate.MULTILINE
    DOTALL = S = _translate.DOTALL
    VERBOSE = X = _translate.VERBOSE
    DEBUG = _translate.DEBUG

    __str__ = object.__str__
    _numeric_repr_ = hex


class _Recent(dict):
    """Results that are kept: when there are too many, the oldest goes."""

    def keep(self, key, result):
        if len(self) >= 512:
            self.pop(next(iter(self)))
        self[key] = result
        return result


_patterns = _Recent()       # (type, pattern, flags) -> Pattern
_templates = _Recent()      # (pattern, template) -> pieces


def compile(pattern, flags=0):
    """A Pattern: it has the functions of this module as methods."""
    if isinstance(flags, RegexFlag):
        flags = flags._value_
    key = type(pattern), pattern, flags
    if (known := _patterns.get(key)) is not None:
        return known
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    compiled = _compile_new(pattern, flags)
    return compiled if flags & _translate.DEBUG else _patterns.keep(key, compiled)


def _compile_new(pattern, flags):
    if not isinstance(pattern, (str, bytes, bytearray, memoryview)):
        raise TypeError("first argument must be string or compiled pattern")
    if not isinstance(pattern, (str, bytes)):
        pattern = bytes(pattern)
    read = _translate.Translation(pattern, flags)
    if flags & _translate.DEBUG:
        print(read.render(0x10ffff))
    names = [None] * (read.groups + 1)
    for name, group in read.groupindex.items():
        names[group] = name
    return _make_pattern(pattern, read, read.flags, read.groupindex, tuple(names), read.close_order,
                         read.captures_in_loop)


def _template_pieces(pattern, template):
    key = pattern, template
    try:
        known = _templates.get(key)
    except TypeError:   # a template that can be changed, such as a bytearray
        return _parse_template(template, pattern)
    return _templates.keep(key, _parse_template(template, pattern)) if known is None else known


def match(pattern, string, flags=0):
    """The match at the beginning of the string, or None."""
    return compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    """The match of the whole string, or None."""
    return compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    """The first match in the string, or None."""
    return compile(pattern, flags).search(string)


class _Absent(int):
    """A 0 that can be told from one that was passed."""


_absent = _Absent()


def _limited(method, limit, pattern, required, args, by_name, flags):
    """Calls a method of the pattern with its limit. Limit and flags may still be given by position; that warns."""
    if args:
        for keyword, value in zip((limit, 'flags'), (by_name, flags)[:len(args)]):
            if value is not _absent:
                raise TypeError(f"{method}() got multiple values for argument '{keyword}'")
        least, given = len(required) + 1, len(required) + 1 + len(args)
        if len(args) > 2:
            raise TypeError(f"{method}() takes from {least} to {least + 2} positional arguments but {given} were given")
        import warnings
        warnings.warn(f"'{limit}' is passed as positional argument", DeprecationWarning, stacklevel=3)
        by_name, flags = args if len(args) == 2 else (args[0], flags)
    return getattr(compile(pattern, flags), method)(*required, by_name)


def sub(pattern, repl, string, *args, count=_absent, flags=_absent):
    """The string with its matches replaced by repl: a template, or a function that is called with each match."""
    return _limited('sub', 'count', pattern, (repl, string), args, count, flags)


def subn(pattern, repl, string, *args, count=_absent, flags=_absent):
    """What sub gives, and the number of matches that were replaced."""
    return _limited('subn', 'count', pattern, (repl, string), args, count, flags)


def split(pattern, string, *args, maxsplit=_absent, flags=_absent):
    """The parts of the string between the matches, and the groups of these."""
    return _limited('split', 'maxsplit', pattern, (string,), args, maxsplit, flags)


for _function, _parameters in ((sub, 'repl, string, count'), (subn, 'repl, string, count'),
                               (split, 'string, maxsplit')):
    _function.__text_signature__ = f'(pattern, {_parameters}=0, flags=0)'
del _function, _parameters


def findall(pattern, string, flags=0):
    """A list of all matches: of their groups, where the pattern has any."""
    return compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    """An iterator over all matches."""
    return compile(pattern, flags).finditer(string)


def purge():
    """Forgets the compiled patterns."""
    _patterns.clear()
    _templates.clear()


_special = {i: '\\' + chr(i) for i in b'()[]{}?*+-|^$\\.&~# \t\n\r\v\f'}


def escape(pattern):
    """The text as a pattern that matches nothing else."""
    if isinstance(pattern, str):
        return pattern.translate(_special)
    return str(pattern, 'latin1').translate(_special).encode('latin1')


class Scanner:
    """A lexer: pairs of a pattern and what to do with a match of it. scan() gives (results, the rest of the text)."""

    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        self._actions = {}      # by the number of the group that each phrase is in
        alternatives = []
        group = 1
        for phrase, action in lexicon:
            alternatives.append(f'({phrase})')
            self._actions[group] = action
            group += 1 + compile(phrase, flags).groups
        self.scanner = compile('|'.join(alternatives), flags)

    def scan(self, string):
        result = []
        pos = 0
        tokens = self.scanner.scanner(string)
        while (found := tokens.match()) is not None:
            end = found.end()
            if end == pos:
                break
            action = self._actions[found.lastindex]
            if callable(action):
                self.match = found
                action = action(self, found.group())
            if action is not None:
                result.append(action)
            pos = end
        return result, string[pos:]


def _let_copy():
    import copyreg
    copyreg.pickle(Pattern, lambda pattern: (compile, (pattern.pattern, pattern.flags)))


_let_copy()
