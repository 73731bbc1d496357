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


_MAX_CACHE = 512
_MAX_TEMPLATES = 512

_cache = {}         # (type, pattern, flags) -> Pattern
_templates = {}     # (pattern, template) -> pieces


def _compile(pattern, flags):
    if isinstance(flags, RegexFlag):
        flags = flags._value_
    key = type(pattern), pattern, flags
    try:
        return _cache[key]
    except KeyError:
        pass
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    compiled = _compile_new(pattern, flags)
    if not flags & _translate.DEBUG:
        if len(_cache) >= _MAX_CACHE:
            # The oldest goes.
            del _cache[next(iter(_cache))]
        _cache[key] = compiled
    return compiled


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
        return _templates[key]
    except KeyError:
        pass
    except TypeError:
        return _parse_template(template, pattern)
    pieces = _parse_template(template, pattern)
    if len(_templates) >= _MAX_TEMPLATES:
        del _templates[next(iter(_templates))]
    _templates[key] = pieces
    return pieces


def match(pattern, string, flags=0):
    """The match at the beginning of the string, or None."""
    return _compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    """The match of the whole string, or None."""
    return _compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    """The first match in the string, or None."""
    return _compile(pattern, flags).search(string)


class _ZeroSentinel(int):
    """A default that can be told from a 0 that was passed."""


_zero_sentinel = _ZeroSentinel()


def _old_arguments(name, args, first, flags, what):
    """The arguments of sub, subn and split that were once positional: (count or maxsplit, flags)."""
    if not args:
        return first, flags
    if first is not _zero_sentinel:
        raise TypeError(f"{name}() got multiple values for argument '{what}'")
    first, *args = args
    if args:
        if flags is not _zero_sentinel:
            raise TypeError(f"{name}() got multiple values for argument 'flags'")
        flags, *args = args
        if args:
            positional = 2 if name == 'split' else 3
            raise TypeError(f"{name}() takes from {positional} to {positional + 2} positional arguments but "
                            f"{positional + 2 + len(args)} were given")
    import warnings
    warnings.warn(f"'{what}' is passed as positional argument", DeprecationWarning, stacklevel=3)
    return first, flags


def sub(pattern, repl, string, *args, count=_zero_sentinel, flags=_zero_sentinel):
    """The string with its matches replaced by repl: a template, or a function that is called with each match."""
    count, flags = _old_arguments('sub', args, count, flags, 'count')
    return _compile(pattern, flags).sub(repl, string, count)


sub.__text_signature__ = '(pattern, repl, string, count=0, flags=0)'


def subn(pattern, repl, string, *args, count=_zero_sentinel, flags=_zero_sentinel):
    """What sub gives, and the number of matches that were replaced."""
    count, flags = _old_arguments('subn', args, count, flags, 'count')
    return _compile(pattern, flags).subn(repl, string, count)


subn.__text_signature__ = '(pattern, repl, string, count=0, flags=0)'


def split(pattern, string, *args, maxsplit=_zero_sentinel, flags=_zero_sentinel):
    """The parts of the string between the matches, and the groups of these."""
    maxsplit, flags = _old_arguments('split', args, maxsplit, flags, 'maxsplit')
    return _compile(pattern, flags).split(string, maxsplit)


split.__text_signature__ = '(pattern, string, maxsplit=0, flags=0)'


def findall(pattern, string, flags=0):
    """A list of all matches: of their groups, where the pattern has any."""
    return _compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    """An iterator over all matches."""
    return _compile(pattern, flags).finditer(string)


def compile(pattern, flags=0):
    """A Pattern: it has the functions of this module as methods."""
    return _compile(pattern, flags)


def purge():
    """Forgets the compiled patterns."""
    _cache.clear()
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
        group = 1
        for phrase, action in lexicon:
            self._actions[group] = action
            group += 1 + _compile(phrase, flags).groups
        self.scanner = _compile('|'.join(f'({phrase})' for phrase, action in lexicon), flags)

    def scan(self, string):
        result = []
        pos = 0
        match = self.scanner.scanner(string).match
        while (found := match()) is not None:
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


def _pickle(pattern):
    return _compile, (pattern.pattern, pattern.flags)


def _register():
    import copyreg
    copyreg.pickle(Pattern, _pickle, _compile)


_register()
