"""Reading a pattern or a template character by character, and the error that says where it is wrong."""


class PatternError(Exception):
    """A pattern or a template is wrong: msg, pattern, pos, lineno and colno say what and where, if it is known."""

    __module__ = 're'

    def __init__(self, msg, pattern=None, pos=None):
        self.msg, self.pattern, self.pos = msg, pattern, pos
        self.lineno = self.colno = where = None
        if pos is not None and pattern is not None:
            newline = '\n' if isinstance(pattern, str) else b'\n'
            before = pattern[:pos].split(newline)
            self.lineno, self.colno = len(before), len(before[-1]) + 1
            where = f'at position {pos}'
            if newline in pattern:
                where += f' (line {self.lineno}, column {self.colno})'
        super().__init__(f'{msg} {where}' if where else msg)


OCTAL_DIGITS = {*"01234567"}
DIGITS = OCTAL_DIGITS | {*"89"}
HEX_DIGITS = DIGITS | {*"abcdefABCDEF"}
LETTERS = {chr(base + i) for base in b"aA" for i in range(26)}

ESCAPES = {r"\a": 7, r"\b": 8, r"\f": 12, r"\n": 10, r"\r": 13, r"\t": 9, r"\v": 11, r"\\": 92}


class Source:
    """The text, with the next token in sight: a character, or a backslash with what follows it; None at the end."""

    def __init__(self, string):
        self.string = string
        self.is_text = isinstance(string, str)
        self.text = string if self.is_text else str(string, 'latin-1')
        self.index = 0
        self._advance()

    def _advance(self):
        index = self.index
        if index >= len(self.text):
            self.next = None
            return
        token = self.text[index]
        if token == '\\':
            token = self.text[index:index + 2]
            if len(token) < 2:
                raise PatternError("bad escape (end of pattern)", self.string, index)
        self.index = index + len(token)
        self.next = token

    def get(self):
        token = self.next
        self._advance()
        return token

    def match(self, char):
        """Reads the token if it is this one."""
        if char == self.next:
            self._advance()
            return True
        return False

    def get_while(self, n, charset):
        """Up to n characters of the set."""
        start = self.tell()
        while n and self.next in charset:
            n -= 1
            self._advance()
        return self.text[start:self.tell()]

    def get_until(self, terminator, what):
        """What stands before the terminator, which is read too."""
        result = ''
        while True:
            token = self.get()
            if token is None:
                raise self.error(f"missing {terminator}, unterminated name" if result else "missing " + what,
                                 len(result))
            if token == terminator:
                if not result:
                    raise self.error("missing " + what, 1)
                return result
            result += token

    def tell(self):
        return self.index if self.next is None else self.index - len(self.next)

    def seek(self, index):
        self.index = index
        self._advance()

    def error(self, msg, offset=0):
        """The error, which begins so many characters before the next token."""
        if not self.is_text:
            msg = ''.join(char if char.isascii() else ascii(char)[1:-1] for char in msg)
        return PatternError(msg, self.string, self.tell() - offset)

    def check_group_name(self, name, offset):
        if not (self.is_text or name.isascii()):
            raise self.error(f"bad character in group name {ascii(name)}", len(name) + offset)
        if not name.isidentifier():
            raise self.error(f"bad character in group name {name!r}", len(name) + offset)

    def character_escape(self, escape):
        r"""The code of \x41, \u0041, \U00000041 or \N{NAME}, of which `escape` was read; None: it is none of these."""
        c = escape[1]
        width = {'x': 2, 'u': 4, 'U': 8}.get(c)
        if c == 'N' and self.is_text:
            if not self.match('{'):
                raise self.error("missing {")
            name = self.get_until('}', 'character name')
            try:
                return ord(f'\\N{{{name}}}'.encode('ascii').decode('unicode_escape'))
            except (UnicodeError, TypeError):
                raise self.error(f"undefined character name {name!r}", len(name) + len(r'\N{}')) from None
        if width is None or c != 'x' and not self.is_text:
            return None
        escape += self.get_while(width, HEX_DIGITS)
        if len(escape) != width + 2:
            raise self.error(f"incomplete escape {escape}", len(escape))
        code = int(escape[2:], 16)
        if code > 0x10ffff:
            raise self.error(f"bad escape {escape}", len(escape))
        return code

    def octal_escape(self, escape):
        """The code of octal digits, all of which were read."""
        code = int(escape[1:], 8)
        if code > 0o377:
            raise self.error(f'octal escape value {escape} outside of range 0-0o377', len(escape))
        return code
