"""Reading JSON."""

from _json import Scanner as _make_scanner, scanstring

__all__ = ['JSONDecoder', 'JSONDecodeError']


class JSONDecodeError(ValueError):
    """The text is no JSON: msg, doc, pos, lineno and colno say why and where."""

    def __init__(self, msg, doc, pos):
        before = doc[:pos]
        self.msg, self.doc, self.pos = msg, doc, pos
        self.lineno = 1 + before.count('\n')
        self.colno = pos - before.rfind('\n')
        super().__init__(f'{msg}: line {self.lineno} column {self.colno} (char {pos})')

    def __reduce__(self):
        return type(self), (self.msg, self.doc, self.pos)


class JSONDecoder:
    """Reads JSON. Hooks: object_hook gets each dict, object_pairs_hook a list of pairs instead; parse_float, parse_int
    and parse_constant get the text of numbers and of NaN and Infinity. strict refuses control characters in strings."""

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook, self.object_pairs_hook = object_hook, object_pairs_hook
        self.parse_int = int if not parse_int else parse_int
        self.parse_float = float if not parse_float else parse_float
        self.parse_constant = parse_constant
        self.strict = strict
        self.scan_once = _make_scanner(self)
        self._raw_decode = type(self).raw_decode

    def decode(self, s):
        """What the whole text holds."""
        if self._raw_decode is not JSONDecoder.raw_decode or not isinstance(self.scan_once, _make_scanner):
            return self._decode_slowly(s)
        try:
            return self.scan_once.decode(s)
        except StopIteration as found:
            raise JSONDecodeError("Expecting value", s, found.value) from None

    def _decode_slowly(self, s):
        # A subclass reads in its own way.
        start = len(s) - len(s.lstrip(' \t\n\r'))
        value, end = self.raw_decode(s, idx=start)
        rest = s[end:].lstrip(' \t\n\r')
        if rest:
            raise JSONDecodeError("Extra data", s, len(s) - len(rest))
        return value

    def raw_decode(self, s, idx=0):
        """(value, end) of what begins at idx; something else may follow."""
        try:
            return self.scan_once(s, idx)
        except StopIteration as found:
            raise JSONDecodeError("Expecting value", s, found.value) from None
