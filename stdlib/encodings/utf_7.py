"""UTF-7 (RFC 2152): ASCII that stands for itself, and between + and - UTF-16 in base 64 without padding."""

import codecs
import string

_BASE64 = string.ascii_uppercase + string.ascii_lowercase + string.digits + '+/'
_VALUES = {ord(c): i for i, c in enumerate(_BASE64)}
_DIRECT = frozenset(string.ascii_letters + string.digits + '\'(),-./:? \t\r\n' + '!"#$%&*;<=>@[]^_`{|}')


def _shifted(text):
    """The base 64 digits of text in UTF-16."""
    data = text.encode('utf-16-be', 'surrogatepass')
    bits, digits = len(data) * 8, -(-len(data) * 8 // 6)
    number = int.from_bytes(data) << digits * 6 - bits
    return ''.join(_BASE64[number >> 6 * i & 63] for i in reversed(range(digits)))


def encode(input, errors='strict'):
    out, shifted = [], []  # `shifted` waits to be written between + and -

    def leave(following):
        if shifted:
            needs_end = following in _VALUES_AND_END or not following
            out.append('+' + _shifted(''.join(shifted)) + '-' * needs_end)
            shifted.clear()

    for c in input:
        if c in _DIRECT:
            leave(c)
            out.append(c)
        elif c == '+' and not shifted:
            out.append('+-')
        else:
            shifted.append(c)
    leave('')
    return ''.join(out).encode('ascii'), len(input)


_VALUES_AND_END = frozenset(_BASE64 + '-')


class _Decoding:
    """One run over some bytes."""

    def __init__(self, data, errors):
        self.data, self.handle = data, codecs.lookup_error(errors)
        self.out, self.at = [], 0
        self.shift = None  # where the + stands, and how much was written before it

    def fail(self, start, end, reason):
        replacement, self.at = self.handle(UnicodeDecodeError('utf7', self.data, start, end, reason))
        self.out.append(replacement)

    def enter(self):
        self.shift = self.at, len(self.out)
        self.at += 1
        self.bits = self.count = 0
        self.surrogate = ''
        following = self.data[self.at:self.at + 1]
        if following == b'-':
            self.out.append('+')
            self.at += 1
            self.shift = None
        elif following and following[0] not in _VALUES:
            self.shift = None
            self.fail(self.at - 1, self.at + 1, 'ill-formed sequence')

    def take_digit(self, value):
        self.bits, self.count = self.bits << 6 | value, self.count + 6
        self.at += 1
        if self.count < 16:
            return
        self.count -= 16
        unit = self.bits >> self.count
        self.bits &= (1 << self.count) - 1
        if self.surrogate and 0xdc00 <= unit < 0xe000:
            self.out.append(chr(0x10000 + (ord(self.surrogate) - 0xd800 << 10) + unit - 0xdc00))
            self.surrogate = ''
            return
        self.out.append(self.surrogate)
        self.surrogate = chr(unit) if 0xd800 <= unit < 0xdc00 else ''
        if not self.surrogate:
            self.out.append(chr(unit))

    def leave(self, byte):
        start, _ = self.shift
        self.shift = None
        if self.count >= 6:
            self.fail(start, self.at + 1, 'partial character in shift sequence')
        elif self.bits:
            self.fail(start, self.at + 1, 'non-zero padding bits in shift sequence')
        else:
            if byte < 128 and byte != ord('+'):
                self.out.append(self.surrogate)
            self.at += byte == ord('-')

    def step(self):
        byte = self.data[self.at]
        if self.shift and byte in _VALUES:
            self.take_digit(_VALUES[byte])
        elif self.shift:
            self.leave(byte)
        elif byte == ord('+'):
            self.enter()
        elif byte < 128:
            self.out.append(chr(byte))
            self.at += 1
        else:
            self.fail(self.at, self.at + 1, 'unexpected special character')

    def run(self, final):
        while True:
            while self.at < len(self.data):
                self.step()
            if not self.shift:
                return ''.join(self.out), self.at
            start, written = self.shift
            if not final:
                return ''.join(self.out[:written]), start
            self.shift = None
            if self.surrogate or self.count >= 6 or self.bits:
                self.fail(start, len(self.data), 'unterminated shift sequence')


def _decode_part(input, errors='strict', final=False):
    return _Decoding(bytes(input), errors).run(final)


def decode(input, errors='strict'):
    return _decode_part(input, errors, True)


class IncrementalEncoder(codecs.IncrementalEncoder):
    def encode(self, input, final=False):
        return encode(input, self.errors)[0]


class IncrementalDecoder(codecs.BufferedIncrementalDecoder):
    def _buffer_decode(self, input, errors, final):
        return _decode_part(input, errors, final)


class StreamWriter(codecs.StreamWriter):
    def encode(self, input, errors='strict'):
        return encode(input, errors)


class StreamReader(codecs.StreamReader):
    def decode(self, input, errors='strict'):
        return _decode_part(input, errors)


def info():
    return codecs.CodecInfo(encode, decode, StreamReader, StreamWriter, IncrementalEncoder, IncrementalDecoder, 'utf-7')
