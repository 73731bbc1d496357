"""The Unicode character database: what is known of each character, and the normal forms of text.

The data are unpacked on first use: runs of characters with the same properties, which are found by bisection, and dicts
of decompositions and numeric values.
"""

import _unicodedata
from bisect import bisect_right

__all__ = ['bidirectional', 'category', 'combining', 'decimal', 'decomposition', 'digit', 'east_asian_width',
           'is_normalized', 'lookup', 'mirrored', 'name', 'normalize', 'numeric', 'unidata_version']

unidata_version = '16.0.0'

_missing = object()


class _Database:
    """The unpacked data."""

    def __init__(self):
        import base64
        import zlib
        from unicodedata._data import data
        runs, decompositions, numbers = zlib.decompress(base64.b64decode(data)).decode().split('\n\n')
        self.starts, self.properties = [], []
        for run in runs.split('\n'):
            start, category, bidirectional, combining, mirrored, width = run.split(';')
            self.starts.append(int(start, 16))
            self.properties.append((category, bidirectional, int(combining), int(mirrored), width))
        self.decompositions = {}
        self.compositions = {}
        for line in decompositions.split('\n'):
            c, mapping = line.split(';')
            if mapping[0] == '+':
                mapping = mapping[1:]
                self.compositions[_characters(mapping)] = chr(int(c, 16))
            self.decompositions[chr(int(c, 16))] = mapping
        self.numbers = {}
        for line in numbers.strip().split('\n'):
            c, *values = line.split(';')
            self.numbers[chr(int(c, 16))] = [float(values[0]), *(int(v) if v else None for v in values[1:])]


_database = None


def _db():
    global _database
    if _database is None:
        _database = _Database()
    return _database


def _characters(mapping):
    return ''.join(chr(int(code, 16)) for code in mapping.split())


def _properties(function, c):
    _check(function, c)
    data = _db()
    return data.properties[bisect_right(data.starts, ord(c)) - 1]


def _check(function, c, argument='argument'):
    if not isinstance(c, str):
        raise TypeError(f"{function}() {argument} must be a unicode character, not "
                        f"{'None' if c is None else type(c).__name__}")
    if len(c) != 1:
        raise TypeError(f"{function}(): {argument} must be a unicode character, not a string of length {len(c)}")


# --- properties ---

def category(chr, /):
    """The general category, such as 'Lu'."""
    return _properties('category', chr)[0]


def bidirectional(chr, /):
    """The class of direction, such as 'L'; '' where there is none."""
    return _properties('bidirectional', chr)[1]


def combining(chr, /):
    """The canonical combining class; 0 for what does not combine."""
    return _properties('combining', chr)[2]


def mirrored(chr, /):
    """1 if it is mirrored in text from right to left, else 0."""
    return _properties('mirrored', chr)[3]


def east_asian_width(chr, /):
    """The width in East Asian text: 'N', 'Na', 'W', 'F', 'H' or 'A'."""
    return _properties('east_asian_width', chr)[4]


def _number(function, what, place, c, default):
    _check(function, c, 'argument 1')
    value = _db().numbers.get(c, (None, None, None))[place]
    if value is not None:
        return value
    if default is _missing:
        raise ValueError(f'not a {what}')
    return default


def decimal(chr, default=_missing, /):
    """The value of a decimal digit."""
    return _number('decimal', 'decimal', 2, chr, default)


def digit(chr, default=_missing, /):
    """The value of a digit."""
    return _number('digit', 'digit', 1, chr, default)


def numeric(chr, default=_missing, /):
    """The value of whatever stands for a number, as a float."""
    return _number('numeric', 'numeric character', 0, chr, default)


def name(chr, default=_missing, /):
    """The name of a character."""
    _check('name', chr, 'argument 1')
    found = _unicodedata.name(chr)
    if found is not None:
        return found
    if default is _missing:
        raise ValueError('no such name')
    return default


def lookup(name, /):
    """The character of that name, or the characters of a named sequence."""
    if not isinstance(name, str):
        raise TypeError(f"a bytes-like object is required, not '{type(name).__name__}'")
    found = _unicodedata.lookup(name)
    if found is None:
        raise KeyError(f"undefined character name '{name}'")
    return found


# --- decomposition ---

_HANGUL, _L, _V, _T = 0xAC00, 0x1100, 0x1161, 0x11A7  # syllables, and the first of each kind of letter
_L_COUNT, _V_COUNT, _T_COUNT = 19, 21, 28             # of T, the first means none
_SYLLABLES = _L_COUNT * _V_COUNT * _T_COUNT


def _hangul(c):
    """The two or three letters of a syllable; '' for other characters."""
    n = ord(c) - _HANGUL
    if not 0 <= n < _SYLLABLES:
        return ''
    lv, t = divmod(n, _T_COUNT)
    return chr(_L + lv // _V_COUNT) + chr(_V + lv % _V_COUNT) + (chr(_T + t) if t else '')


def decomposition(chr, /):
    """What a character is made of: codes in hexadecimal, perhaps with a tag in front."""
    _check('decomposition', chr)
    letters = _hangul(chr)
    if letters:
        return ' '.join(f'{ord(letter):04X}' for letter in letters)
    return _db().decompositions.get(chr, '')


def _parts(c, compatible, data):
    """All of the decomposition of a character."""
    letters = _hangul(c)
    if letters:
        return letters
    mapping = data.decompositions.get(c)
    if mapping is None or (mapping[0] == '<' and not compatible):
        return c
    return ''.join(_parts(part, compatible, data) for part in _characters(mapping.partition('> ')[2] or mapping))


def _decomposed(text, compatible):
    """The characters of the decomposed text; those that combine are in the order of their classes."""
    data, out = _db(), []
    for c in text:
        out.extend(c if c < '\x80' else _parts(c, compatible, data))
    classes = [combining(c) if c > '\u02ff' else 0 for c in out]
    for i in range(1, len(out)):
        k = i
        while k and classes[k] and classes[k - 1] > classes[k]:
            out[k - 1], out[k] = out[k], out[k - 1]
            classes[k - 1], classes[k] = classes[k], classes[k - 1]
            k -= 1
    return out


def _pair(a, b, data):
    """The character that two compose, or None."""
    x, y = ord(a), ord(b)
    if 0 <= x - _L < _L_COUNT and 0 <= y - _V < _V_COUNT:
        return chr(_HANGUL + ((x - _L) * _V_COUNT + (y - _V)) * _T_COUNT)
    if 0 <= x - _HANGUL < _SYLLABLES and (x - _HANGUL) % _T_COUNT == 0 and 0 < y - _T < _T_COUNT:
        return chr(x + y - _T)
    return data.compositions.get(a + b)


def _composed(characters):
    """Each character is joined to the last one that does not combine, unless one between them is in the way."""
    data, out = _db(), []
    starter, last = -1, 0
    for c in characters:
        kind = combining(c)
        if starter >= 0 and (last < kind or last == 0 and starter == len(out) - 1):
            joined = _pair(out[starter], c, data)
            if joined:
                out[starter] = joined
                continue
        if kind == 0:
            starter = len(out)
        last = kind
        out.append(c)
    return ''.join(out)


def _normalized(form, text):
    if form not in ('NFC', 'NFD', 'NFKC', 'NFKD'):
        raise ValueError('invalid normalization form')
    if text.isascii():
        return text
    characters = _decomposed(text, 'K' in form)
    return _composed(characters) if form.endswith('C') else ''.join(characters)


def _check_texts(function, form, text):
    for place, value in (1, form), (2, text):
        if not isinstance(value, str):
            raise TypeError(f"{function}() argument {place} must be str, not "
                            f"{'None' if value is None else type(value).__name__}")


def normalize(form, unistr, /):
    """Text in a normal form: 'NFC', 'NFD', 'NFKC' or 'NFKD'."""
    _check_texts('normalize', form, unistr)
    return str.__str__(_normalized(form, unistr))   # not of a subclass, as the argument may be


def is_normalized(form, unistr, /):
    """Is text in that normal form?"""
    _check_texts('is_normalized', form, unistr)
    return _normalized(form, unistr) == unistr
