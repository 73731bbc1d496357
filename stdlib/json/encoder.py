"""Writing JSON."""

from _json import Encoder as _make_encoder, encode_basestring, encode_basestring_ascii


class JSONEncoder:
    """Writes JSON: dicts, lists, tuples, strs, ints, floats, bools and None. default(o) is asked for anything else.

    skipkeys leaves keys out that cannot be strings; ensure_ascii escapes all that is not ASCII; check_circular finds
    structures that contain themselves; allow_nan writes NaN and Infinity; sort_keys sorts members; indent begins a
    line for each; separators are (between items, behind keys).
    """

    item_separator = ', '
    key_separator = ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys, self.ensure_ascii, self.check_circular = skipkeys, ensure_ascii, check_circular
        self.allow_nan, self.sort_keys, self.indent = allow_nan, sort_keys, indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ','
        if default is not None:
            self.default = default

    def default(self, o):
        """What is to be written in the place of o; TypeError if there is nothing."""
        raise TypeError(f'Object of type {o.__class__.__name__} is not JSON serializable')

    def _native(self):
        given = self.indent
        indent = given if given is None or isinstance(given, str) else given * ' '
        return _make_encoder(self.default, indent, self.key_separator, self.item_separator, self.ensure_ascii,
                             self.check_circular, self.allow_nan, self.sort_keys, self.skipkeys)

    def encode(self, o):
        """The object as JSON."""
        if isinstance(o, str):
            return encode_basestring_ascii(o) if self.ensure_ascii else encode_basestring(o)
        return ''.join(tuple(self.iterencode(o, _one_shot=True)))

    def iterencode(self, o, _one_shot=False):
        """The object as JSON, in pieces."""
        return iter((self._native()(o),))
