r"""From Python's syntax of patterns to that of PCRE2.

The pattern is read once. What comes out is a list of pieces: text in the syntax of PCRE2, and Literal and CharacterSet
objects, whose text depends on how wide the characters of the subject are: a matcher of bytes knows no character above
255, so there an \s is another set than in a matcher of 32 bits. render() makes the text for one width.

All groups are numbered: the names stay here. The widths of all parts are added up along the way, because a
look-behind must have a fixed one.
"""

import warnings

from ._source import DIGITS, ESCAPES, LETTERS, OCTAL_DIGITS, PatternError, Source

IGNORECASE, LOCALE, MULTILINE, DOTALL, UNICODE, VERBOSE, DEBUG, ASCII = 2, 4, 8, 16, 32, 64, 128, 256

_FLAGS = {'i': IGNORECASE, 'L': LOCALE, 'm': MULTILINE, 's': DOTALL, 'x': VERBOSE, 'a': ASCII, 'u': UNICODE}
_TYPE_FLAGS = ASCII | LOCALE | UNICODE
_MAX_REPEAT = (1 << 32) - 1
_MAX_GROUPS = 1 << 30
_MAX_WIDTH = 1 << 64
_MAX_PCRE_REPEAT = 65535
_FOLDER = __file__.rpartition('/')[0]

_SPACES = ((9, 13), (28, 32), (0x85, 0x85), (0xa0, 0xa0), (0x1680, 0x1680), (0x2000, 0x200a), (0x2028, 0x2029),
           (0x202f, 0x202f), (0x205f, 0x205f), (0x3000, 0x3000))
_ASCII_SPACES = ((9, 13), (32, 32))
_ASCII_DIGITS = ((48, 57),)
_ASCII_WORD = ((48, 57), (65, 90), (95, 95), (97, 122))

# Characters that are the same without case but not of the same width, or that PCRE2 holds to be different.
_SAME_CASE = tuple(map(frozenset, ('iI\u0130\u0131', 'sS\u017f', 'kK\u212a', '\xe5\xc5\u212b', '\xb5\u03bc\u039c',
                                   '\xff\u0178', '\xdf\u1e9e', '\u0390\u1fd3', '\u03b0\u1fe3', '\ufb05\ufb06')))
_SAME_CASE_CODES = frozenset(ord(c) for same in _SAME_CASE for c in same)

# Of str.isspace and the like, what PCRE2 says in one word.
_PROPERTIES = {'d': r'\p{Nd}', 'D': r'\P{Nd}'}


def _complement(ranges, limit):
    start = 0
    for lo, hi in ranges:
        if start < lo:
            yield start, min(lo - 1, limit)
        start = hi + 1
        if start > limit:
            return
    yield start, limit


def _escaped(code):
    c = chr(code)
    return c if c.isalnum() and c.isascii() else f'\\x{{{code:x}}}'


class Literal:
    """A character that has a place of its own in the list because not every width can express it."""

    def __init__(self, code, caseless):
        self.code = code
        self.caseless = caseless

    def render(self, limit):
        if self.caseless and self.code in _SAME_CASE_CODES:
            return CharacterSet(False, [(self.code, self.code)], True, True, True).render(limit)
        return f'\\x{{{self.code:x}}}' if self.code <= limit else '(?!)'


class CharacterSet:
    r"""Ranges (lo, hi), and categories: one of the letters of \d \D \s \S \w \W."""

    def __init__(self, negate, items, caseless, is_unicode, native):
        self.negate = negate
        self.items = items
        self.caseless = caseless
        self.is_unicode = is_unicode
        self.native = native  # \d and \w mean to PCRE2 what they mean here

    def render(self, limit):
        if len(self.items) == 1 and self.native and not self.negate and self.items[0] in ('d', 'D', 'w', 'W'):
            return '\\' + self.items[0]
        parts = []
        for item in self._with_same_case(limit):
            if isinstance(item, str):
                parts.append(self._category(item, limit))
            elif item[0] <= limit:
                lo, hi = item[0], min(item[1], limit)
                parts.append(_escaped(lo) if lo == hi else f'{_escaped(lo)}-{_escaped(hi)}')
        text = ''.join(parts)
        if text:
            return f"[{'^' if self.negate else ''}{text}]"
        return r'[\x00-\x{%x}]' % limit if self.negate else '(?!)'

    def _with_same_case(self, limit):
        if not (self.caseless and self.is_unicode):
            return self.items
        ranges = [item for item in self.items if not isinstance(item, str)]
        more = []
        for same in _SAME_CASE:
            codes = list(map(ord, same))
            if any(lo <= code <= hi for lo, hi in ranges for code in codes):
                more += [(code, code) for code in codes]
        return self.items + more

    def _category(self, letter, limit):
        kind = letter.lower()
        if kind != 's' and self.native:
            return '\\' + letter
        if kind == 'd' and self.is_unicode:
            return _PROPERTIES[letter]
        if letter == 'w' and self.is_unicode:
            return r'\p{L}\p{N}_'
        if kind == 's':
            ranges = _SPACES if self.is_unicode else _ASCII_SPACES
        else:
            ranges = _ASCII_DIGITS if kind == 'd' else _ASCII_WORD
        if letter != kind:
            ranges = _complement(ranges, limit)
        return ''.join(f'{_escaped(lo)}-{_escaped(min(hi, limit))}' for lo, hi in ranges if lo <= limit)


class Translation:
    """What is known of a pattern when it is read. Also the state of reading it."""

    def __init__(self, pattern, flags):
        self.source = Source(pattern)
        self.flags = flags
        self.widths = [None]        # of each group; None while it is open
        self.groupindex = {}
        self.close_order = []       # the groups, in the order in which they end
        self.captures_in_loop = False
        self._references = {}       # groups that conditions refer to, and where
        self._lookbehind = None     # in a look-behind: the number of groups before it
        self._late_error = None     # one that is to be raised only if the rest is right
        self._pieces = []
        self._read()

    @property
    def groups(self):
        return len(self.widths) - 1

    def render(self, limit):
        """The pattern in the syntax of PCRE2, for characters up to the limit."""
        return ''.join([piece if isinstance(piece, str) else piece.render(limit) for piece in self._pieces])

    def _read(self):
        source = self.source
        self._alternatives(self.flags, 0)
        self.flags = self._checked_flags()
        if source.next is not None:
            raise source.error("unbalanced parenthesis")
        for group, pos in self._references.items():
            if group > self.groups:
                raise PatternError(f"invalid group reference {group}", source.string, pos)
        if self._late_error:
            raise self._late_error
        self.source = None

    def _checked_flags(self):
        flags = self.flags
        if self.source.is_text:
            if flags & LOCALE:
                raise ValueError("cannot use LOCALE flag with a str pattern")
            if flags & ASCII and flags & UNICODE:
                raise ValueError("ASCII and UNICODE flags are incompatible")
            return flags if flags & ASCII else flags | UNICODE
        if flags & UNICODE:
            raise ValueError("cannot use UNICODE flag with a bytes pattern")
        if flags & LOCALE and flags & ASCII:
            raise ValueError("ASCII and LOCALE flags are incompatible")
        return flags

    # Flags: `flags` of the methods below are those in force where they read.

    def _is_unicode(self, flags):
        return self.source.is_text and not flags & ASCII

    def _is_native(self, flags):
        """Is the part unicode where the whole pattern is, so that PCRE2 knows it by its options?"""
        return self._is_unicode(flags) == self._is_unicode(self.flags)

    # Each of these appends pieces and returns the least and the greatest width of what they match.

    def _alternatives(self, flags, nested):
        source = self.source
        lo, hi = self._sequence(flags, nested, not nested)
        while source.match("|"):
            self._pieces.append("|")
            if not nested:
                flags |= self.flags
            other_lo, other_hi = self._sequence(flags, nested, False)
            lo, hi = min(lo, other_lo), max(hi, other_hi)
        return lo, hi

    def _sequence(self, flags, nested, first):
        """Items up to a | or a closing parenthesis."""
        source, pieces = self.source, self._pieces
        total_lo = total_hi = 0
        begin = len(pieces)
        item = None     # the last: where its pieces begin, its widths, and how many groups were before it
        repeatable = "nothing to repeat"    # or why it is not; None: it is
        while (this := source.next) is not None and this not in "|)":
            source._advance()
            if flags & VERBOSE:
                if this.isspace() and this in " \t\n\r\v\f":
                    continue
                if this == "#":
                    while (this := source.get()) is not None and this != "\n":
                        pass
                    continue
            if this in "*+?{":
                bounds = self._bounds(this)
                if bounds is not None:
                    if repeatable is not None:
                        raise source.error(repeatable, source.tell() - bounds[2] + len(this))
                    start, lo, hi, groups = item
                    total_lo, total_hi = total_lo - lo, total_hi - hi
                    lo, hi = self._repeat(bounds[0], bounds[1], start, lo, hi, groups)
                    total_lo, total_hi = min(total_lo + lo, _MAX_WIDTH), min(total_hi + hi, _MAX_WIDTH)
                    repeatable = "multiple repeat"
                    continue
                # A brace that begins no repetition.
            start, groups = len(pieces), self.groups
            if this == "(":
                widths = self._parenthesis(flags, nested, first and begin == len(pieces))
                if widths is None:
                    # A comment or global flags.
                    if not nested:
                        flags |= self.flags
                    continue
                lo, hi = widths
                repeatable = None
            else:
                lo, hi = self._single(this, flags)
                repeatable = None if hi or lo is None else "nothing to repeat"
                if lo is None:
                    lo, hi = hi
            item = start, lo, hi, groups
            total_lo, total_hi = min(total_lo + lo, _MAX_WIDTH), min(total_hi + hi, _MAX_WIDTH)
        return total_lo, total_hi

    def _single(self, this, flags):
        """A character, a set, an anchor, or a reference to a group: this returns None and its widths."""
        if this[0] == "\\":
            return self._escape(this, flags)
        if this == "[":
            self._set(flags)
        elif this == ".":
            self._pieces.append(".")
        elif this == "^" or this == "$":
            self._pieces.append(this)
            return 0, 0
        else:
            self._literal(ord(this), flags)
        return 1, 1

    def _literal(self, code, flags):
        caseless = bool(flags & IGNORECASE) and self._is_unicode(flags)
        if code > 0xff or caseless and code in _SAME_CASE_CODES and code > 0x7f or caseless and chr(code) in "iI":
            self._pieces.append(Literal(code, caseless))
        elif code < 0x80 and not chr(code).isalnum():
            self._pieces.append('\\' + chr(code) if code > 32 and code < 127 and code != 95 else chr(code))
        else:
            self._pieces.append(chr(code))

    def _category(self, letter, flags):
        self._pieces.append(CharacterSet(False, [letter], False, self._is_unicode(flags), self._is_native(flags)))

    def _escape(self, escape, flags):
        source, pieces = self.source, self._pieces
        c = escape[1]
        if c in "AzZ":
            pieces.append(r"\A" if c == "A" else r"\z")
            return 0, 0
        if c in "bB":
            self._boundary(c, flags)
            return 0, 0
        if c in "dDsSwW":
            self._category(c, flags)
            return 1, 1
        if escape in ESCAPES:
            code = ESCAPES[escape]
        elif c == "0":
            code = int(escape[1:] + source.get_while(2, OCTAL_DIGITS), 8)
        elif c in DIGITS:
            if source.next in DIGITS:
                escape += source.get()
                if c in OCTAL_DIGITS and escape[2] in OCTAL_DIGITS and source.next in OCTAL_DIGITS:
                    escape += source.get()
                    self._literal(source.octal_escape(escape), flags)
                    return 1, 1
            group = int(escape[1:])
            if group > self.groups:
                raise source.error(f"invalid group reference {group}", len(escape) - 1)
            return None, self._reference(group, len(escape))
        else:
            code = source.character_escape(escape)
            if code is None:
                if c in LETTERS:
                    raise source.error(f"bad escape {escape}", len(escape))
                code = ord(c)
        self._literal(code, flags)
        return 1, 1

    def _boundary(self, c, flags):
        if self._is_native(flags):
            self._pieces.append('\\' + c)
            return
        word = CharacterSet(False, ['w'], False, self._is_unicode(flags), False)
        both = ("(?<=", "(?!", "(?<!", "(?=") if c == "b" else ("(?<=", "(?=", "(?<!", "(?!")
        self._pieces += ["(?:", both[0], word, ")", both[1], word, ")|", both[2], word, ")", both[3], word, "))"]

    def _reference(self, group, offset):
        source = self.source
        if self.widths[group] is None:
            raise source.error("cannot refer to an open group", offset)
        self._check_lookbehind(group)
        self._pieces.append(f"\\g{{{group}}}")
        return self.widths[group]

    def _check_lookbehind(self, group):
        if self._lookbehind is not None:
            if not (group <= self.groups and self.widths[group] is not None):
                raise self.source.error('cannot refer to an open group')
            if group > self._lookbehind:
                raise self.source.error('cannot refer to group defined in the same lookbehind subpattern')

    # Sets

    def _set_escape(self, escape):
        """A code, or the letter of a category."""
        source = self.source
        c = escape[1]
        if c in "dDsSwW":
            return c
        if escape in ESCAPES:
            return ESCAPES[escape]
        if c in OCTAL_DIGITS:
            return source.octal_escape(escape + source.get_while(2, OCTAL_DIGITS))
        code = source.character_escape(escape)
        if code is None:
            if c in LETTERS or c in DIGITS:
                raise source.error(f"bad escape {escape}", len(escape))
            code = ord(c)
        return code

    def _warn(self, what, pos):
        warnings.warn(f'Possible {what} at position {pos}', FutureWarning, skip_file_prefixes=(_FOLDER,))

    def _set(self, flags):
        source = self.source
        here = source.tell() - 1
        items = []
        negate = source.match("^")
        if source.next == '[':
            self._warn('nested set', source.tell())
        while True:
            this = source.get()
            if this is None:
                raise source.error("unterminated character set", source.tell() - here)
            if this == "]" and items:
                break
            if this[0] == "\\":
                lo = self._set_escape(this)
            else:
                if items and this in '-&~|' and source.next == this:
                    what = {'-': 'difference', '&': 'intersection', '~': 'symmetric difference', '|': 'union'}[this]
                    self._warn('set ' + what, source.tell() - 1)
                lo = ord(this)
            if not source.match("-"):
                items.append(lo if isinstance(lo, str) else (lo, lo))
                continue
            that = source.get()
            if that is None:
                raise source.error("unterminated character set", source.tell() - here)
            if that == "]":
                items += [lo if isinstance(lo, str) else (lo, lo), (45, 45)]
                break
            if that[0] == "\\":
                hi = self._set_escape(that)
            else:
                if that == '-':
                    self._warn('set difference', source.tell() - 2)
                hi = ord(that)
            if isinstance(lo, str) or isinstance(hi, str) or hi < lo:
                raise source.error(f"bad character range {this}-{that}", len(this) + 1 + len(that))
            items.append((lo, hi))
        caseless = bool(flags & IGNORECASE)
        self._pieces.append(CharacterSet(negate, items, caseless, self._is_unicode(flags), self._is_native(flags)))

    # Repetitions

    def _bounds(self, this):
        """(least, most, where it begins); None: it is only a brace."""
        source = self.source
        here = source.tell()
        if this != "{":
            return {"?": (0, 1), "*": (0, _MAX_REPEAT), "+": (1, _MAX_REPEAT)}[this] + (here,)
        if source.next == "}":
            return None
        lo = hi = ""
        while source.next in DIGITS:
            lo += source.get()
        if source.match(","):
            while source.next in DIGITS:
                hi += source.get()
        else:
            hi = lo
        if not source.match("}"):
            source.seek(here)
            return None
        least, most = 0, _MAX_REPEAT
        if lo:
            least = int(lo)
            if least >= _MAX_REPEAT:
                raise OverflowError("the repetition number is too large")
        if hi:
            most = int(hi)
            if most >= _MAX_REPEAT:
                raise OverflowError("the repetition number is too large")
            if most < least:
                raise source.error("min repeat greater than max repeat", source.tell() - here)
        return least, most, here

    def _repeat(self, least, most, start, lo, hi, groups_before):
        """Repeats the pieces from start on, the last item. Returns the widths of all repetitions."""
        source, pieces = self.source, self._pieces
        mode = "?" if source.match("?") else "+" if source.match("+") else ""
        if self.groups > groups_before and most > 1:
            self.captures_in_loop = True
        if max(least, most if most < _MAX_REPEAT else 0) > _MAX_PCRE_REPEAT and self.groups == groups_before:
            self._repeat_often(least, most, start, mode)
        else:
            pieces.append(self._quantifier(least, most) + mode)
        return min(lo * least, _MAX_WIDTH), min(hi * most, _MAX_WIDTH)

    def _repeat_often(self, least, most, start, mode):
        """PCRE2 counts no further than 65535, so what is to be more is written as a repetition of repetitions."""
        item = self._pieces[start:]
        del self._pieces[start:]
        parts = [(least, "", "")]
        if most < _MAX_REPEAT:
            parts.append((most - least, "0,", mode))
        for count, least_text, part_mode in parts:
            times, rest = divmod(count, _MAX_PCRE_REPEAT)
            if times:
                self._pieces += ["(?:", *item, f"{{{least_text}{_MAX_PCRE_REPEAT}}}{part_mode}){{{times}}}"]
            if rest:
                self._pieces += [*item, f"{{{least_text}{rest}}}{part_mode}"]
        if most == _MAX_REPEAT:
            self._pieces += [*item, "*" + mode]

    @staticmethod
    def _quantifier(least, most):
        if most > _MAX_PCRE_REPEAT:
            return {0: "*", 1: "+"}.get(least) or f"{{{min(least, _MAX_PCRE_REPEAT)},}}"
        if (least, most) == (0, 1):
            return "?"
        return f"{{{least}}}" if least == most else f"{{{least},{most}}}"

    # Parentheses

    def _parenthesis(self, flags, nested, first):
        """What a ( begins; None for what matches nothing at all: a comment, flags of the whole pattern."""
        source, pieces = self.source, self._pieces
        start = source.tell() - 1
        if not source.match("?"):
            return self._capture(None, flags, nested, start)
        char = source.get()
        if char is None:
            raise source.error("unexpected end of pattern")
        match char:
            case "P":
                if source.match("<"):
                    name = source.get_until(">", "group name")
                    source.check_group_name(name, 1)
                    return self._capture(name, flags, nested, start)
                if source.match("="):
                    name = source.get_until(")", "group name")
                    return self._reference(self._named(name), len(name) + 1)
                char = source.get()
                if char is None:
                    raise source.error("unexpected end of pattern")
                raise source.error("unknown extension ?P" + char, len(char) + 2)
            case ":" | ">":
                return self._group("(?" + char, flags, nested, start)
            case "#":
                while True:
                    if source.next is None:
                        raise source.error("missing ), unterminated comment", source.tell() - start)
                    if source.get() == ")":
                        return None
            case "=" | "!":
                self._group("(?" + char, flags, nested, start)
                return 0, 0
            case "<":
                return self._look_behind(flags, nested, start)
            case "(":
                return self._conditional(flags, nested, start)
            case _ if char in _FLAGS or char == "-":
                changes = self._read_flags(char)
                if changes is not None:
                    return self._flag_group(*changes, flags, nested, start)
                if nested or not first:
                    raise source.error("global flags not at the start of the expression", source.tell() - start)
                return None
            case _:
                raise source.error("unknown extension ?" + char, len(char) + 1)

    def _named(self, name):
        self.source.check_group_name(name, 1)
        group = self.groupindex.get(name)
        if group is None:
            raise self.source.error(f"unknown group name {name!r}", len(name) + 1)
        return group

    def _group(self, opening, flags, nested, start):
        self._pieces.append(opening)
        widths = self._alternatives(flags, nested + 1)
        if not self.source.match(")"):
            raise self.source.error("missing ), unterminated subpattern", self.source.tell() - start)
        self._pieces.append(")")
        return widths

    def _capture(self, name, flags, nested, start):
        group = len(self.widths)
        if group >= _MAX_GROUPS:
            raise self.source.error("too many groups")
        if name is not None:
            before = self.groupindex.get(name)
            if before is not None:
                raise self.source.error(f"redefinition of group name {name!r} as group {group}; was group {before}",
                                        len(name) + 1)
            self.groupindex[name] = group
        self.widths.append(None)
        self.widths[group] = widths = self._group("(", flags, nested, start)
        self.close_order.append(group)
        return widths

    def _look_behind(self, flags, nested, start):
        source = self.source
        char = source.get()
        if char is None:
            raise source.error("unexpected end of pattern")
        if char not in "=!":
            raise source.error("unknown extension ?<" + char, len(char) + 2)
        outermost = self._lookbehind is None
        if outermost:
            self._lookbehind = self.groups
        lo, hi = self._group("(?<" + char, flags, nested, start)
        if outermost:
            self._lookbehind = None
        if lo != hi:
            self._late_error = self._late_error or PatternError("look-behind requires fixed-width pattern")
        elif lo > _MAX_REPEAT:
            self._late_error = self._late_error or PatternError("looks too much behind")
        return 0, 0

    def _conditional(self, flags, nested, start):
        source, pieces = self.source, self._pieces
        name = source.get_until(")", "group name")
        if name.isdecimal() and name.isascii():
            group = int(name)
            if not group:
                raise source.error("bad group number", len(name) + 1)
            if group >= _MAX_GROUPS:
                raise source.error(f"invalid group reference {group}", len(name) + 1)
            self._references.setdefault(group, source.tell() - len(name) - 1)
        else:
            group = self._named(name)
        self._check_lookbehind(group)
        pieces.append(f"(?({group})")
        lo, hi = self._sequence(flags, nested + 1, False)
        if source.match("|"):
            pieces.append("|")
            other_lo, other_hi = self._sequence(flags, nested + 1, False)
            if source.next == "|":
                raise source.error("conditional backref with more than two branches")
            lo, hi = min(lo, other_lo), max(hi, other_hi)
        else:
            lo = 0
        if not source.match(")"):
            raise source.error("missing ), unterminated subpattern", source.tell() - start)
        pieces.append(")")
        return lo, hi

    def _read_flags(self, char):
        """(flags turned on, flags turned off); None for flags of the whole pattern, which are set."""
        source = self.source
        on = off = 0
        if char != "-":
            while True:
                flag = _FLAGS[char]
                if char == 'L' and source.is_text:
                    raise source.error("bad inline flags: cannot use 'L' flag with a str pattern")
                if char == 'u' and not source.is_text:
                    raise source.error("bad inline flags: cannot use 'u' flag with a bytes pattern")
                on |= flag
                if flag & _TYPE_FLAGS and on & _TYPE_FLAGS != flag:
                    raise source.error("bad inline flags: flags 'a', 'u' and 'L' are incompatible")
                char = self._next_flag("missing -, : or )", ")-:")
                if char in ")-:":
                    break
        if char == ")":
            self.flags |= on
            return None
        if char == "-":
            char = self._next_flag("missing flag", "")
            while True:
                flag = _FLAGS[char]
                if flag & _TYPE_FLAGS:
                    raise source.error("bad inline flags: cannot turn off flags 'a', 'u' and 'L'")
                off |= flag
                char = self._next_flag("missing :", ":")
                if char == ":":
                    break
        if on & off:
            raise source.error("bad inline flags: flag turned on and off", 1)
        return on, off

    def _next_flag(self, missing, ends):
        source = self.source
        char = source.get()
        if char is None:
            raise source.error(missing)
        if char not in _FLAGS and char not in tuple(ends):
            raise source.error("unknown flag" if char.isalpha() else missing, len(char))
        return char

    def _flag_group(self, on, off, flags, nested, start):
        if on & _TYPE_FLAGS:
            flags &= ~_TYPE_FLAGS
        inner = (flags | on) & ~off
        known = (('i', IGNORECASE), ('m', MULTILINE), ('s', DOTALL))
        turned_on = ''.join(letter for letter, flag in known if on & flag)
        turned_off = ''.join(letter for letter, flag in known if off & flag)
        opening = "(?" + turned_on + ("-" + turned_off if turned_off else "") + ":"
        return self._group(opening, inner, nested, start)
