"""Punycode (RFC 3492): the ASCII characters of a text, then where the others belong, as numbers of variable length."""

from ._stateless import make_info

_DIGITS = 'abcdefghijklmnopqrstuvwxyz0123456789'
_BASE, _LEAST, _MOST, _SKEW, _DAMP, _FIRST_BIAS, _FIRST_CODE = 36, 1, 26, 38, 700, 72, 128


def _threshold(position, bias):
    return min(max(_BASE * (position + 1) - bias, _LEAST), _MOST)


def _adapt(delta, count, first):
    delta = delta // _DAMP if first else delta // 2
    delta += delta // count
    steps = 0
    while delta > (_BASE - _LEAST) * _MOST // 2:
        delta //= _BASE - _LEAST
        steps += _BASE
    return steps + (_BASE - _LEAST + 1) * delta // (delta + _SKEW)


def _number(value, bias):
    """The digits of a number, the least first."""
    digits = []
    position = 0
    while value >= (limit := _threshold(position, bias)):
        value, rest = divmod(value - limit, _BASE - limit)
        digits.append(_DIGITS[limit + rest])
        position += 1
    return ''.join(digits) + _DIGITS[value]


def encode(input, errors='strict'):
    plain = [c for c in input if ord(c) < _FIRST_CODE]
    out = [''.join(plain), '-' * bool(plain)]
    code, delta, bias, done = _FIRST_CODE, 0, _FIRST_BIAS, len(plain)
    for next_code in sorted({ord(c) for c in input if ord(c) >= _FIRST_CODE}):
        delta += (next_code - code) * (done + 1)
        code = next_code
        for c in input:
            if ord(c) < code:
                delta += 1
            elif ord(c) == code:
                out.append(_number(delta, bias))
                bias = _adapt(delta, done + 1, done == len(plain))
                delta = 0
                done += 1
        delta += 1
        code += 1
    return ''.join(out).encode('ascii'), len(input)


class _Numbers:
    """The numbers behind the last hyphen."""

    def __init__(self, data, start, errors):
        self.data, self.at, self.errors = data, start, errors

    def fail(self, reason):
        raise UnicodeDecodeError('punycode', self.data, self.at, self.at + 1, reason)

    def digit(self):
        if self.at >= len(self.data):
            self.fail('incomplete punycode string')
        value = _DIGITS.find(chr(self.data[self.at]).lower())
        if value < 0:
            self.fail(f"Invalid extended code point '{ord(chr(self.data[self.at]).upper())}'")
        self.at += 1
        return value

    def take(self, bias):
        """The next number; None: the rest is ignored."""
        value, weight, position = 0, 1, 0
        try:
            while True:
                limit = _threshold(position, bias)
                value += (digit := self.digit()) * weight
                if digit < limit:
                    return value
                weight *= _BASE - limit
                position += 1
        except UnicodeDecodeError:
            if self.errors == 'strict':
                raise
            return None


def decode(input, errors='strict'):
    if errors not in ('strict', 'replace', 'ignore'):
        raise UnicodeError(f'Unsupported error handling: {errors}')
    data = bytes(input)
    hyphen = data.rfind(b'-')
    text = list(str(data[:max(hyphen, 0)], 'ascii', errors))
    str(data[hyphen + 1:], 'ascii', errors)
    numbers = _Numbers(data, hyphen + 1, errors)
    place, bias, first = -1, _FIRST_BIAS, True
    code = _FIRST_CODE
    while numbers.at < len(data):
        delta = numbers.take(bias)
        if delta is None:
            break
        place += delta + 1
        code += place // (len(text) + 1)
        if code > 0x10ffff:
            if errors == 'strict':
                numbers.fail(f'Invalid character U+{code:x}')
            code = ord('?')
        place %= len(text) + 1
        text.insert(place, chr(code))
        bias = _adapt(delta, len(text), first)
        first = False
    return ''.join(text), len(data)


def info():
    return make_info('punycode', encode, decode, is_text=True, decoded_type=str)
