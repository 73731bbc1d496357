"""Bytes as text of few different characters: Base16, Base32 and Base64 (RFC 4648), Ascii85, Base85 and Z85.

Base64 and Base16 are binascii's. The others are made here from whole groups of bytes, each of which is one number: 5
bytes are 8 digits of base 32, 4 bytes are 5 digits of base 85.
"""

import binascii
import struct

__all__ = [
    'encode', 'decode', 'encodebytes', 'decodebytes', 'b64encode', 'b64decode', 'b32encode', 'b32decode',
    'b32hexencode', 'b32hexdecode', 'b16encode', 'b16decode', 'b85encode', 'b85decode', 'a85encode', 'a85decode',
    'z85encode', 'z85decode', 'standard_b64encode', 'standard_b64decode', 'urlsafe_b64encode', 'urlsafe_b64decode',
]


def _ascii_bytes(s):
    if isinstance(s, str):
        try:
            return s.encode('ascii')
        except UnicodeEncodeError:
            raise ValueError('string argument should contain only ASCII characters')
    if isinstance(s, (bytes, bytearray)):
        return s
    try:
        view = memoryview(s)
    except TypeError:
        raise TypeError("argument should be a bytes-like object or ASCII string, not %r"
                        % s.__class__.__name__) from None
    return view.tobytes()


def _bytes(b):
    return b if isinstance(b, (bytes, bytearray)) else memoryview(b).tobytes()


# --- Base64 ---

_TO_URL = bytes.maketrans(b'+/', b'-_')
_FROM_URL = bytes.maketrans(b'-_', b'+/')


def b64encode(s, altchars=None):
    """Encodes bytes; altchars are two characters to stand for + and /."""
    text = binascii.b2a_base64(s, newline=False)
    if altchars is None:
        return text
    assert len(altchars) == 2, repr(altchars)
    return text.translate(bytes.maketrans(b'+/', altchars))


def b64decode(s, altchars=None, validate=False):
    """Decodes bytes or ASCII text; what is no digit is skipped, unless validate."""
    s = _ascii_bytes(s)
    if altchars is not None:
        altchars = _ascii_bytes(altchars)
        assert len(altchars) == 2, repr(altchars)
        s = s.translate(bytes.maketrans(altchars, b'+/'))
    return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    """Encodes bytes with the standard alphabet."""
    return b64encode(s)


def standard_b64decode(s):
    """Decodes text of the standard alphabet."""
    return b64decode(s)


def urlsafe_b64encode(s):
    """Encodes bytes with - and _ in the places of + and /."""
    return b64encode(s).translate(_TO_URL)


def urlsafe_b64decode(s):
    """Decodes text with - and _ in the places of + and /."""
    return b64decode(_ascii_bytes(s).translate(_FROM_URL))


# --- Base32 ---

_B32_DIGITS = b'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
_B32HEX_DIGITS = b'0123456789ABCDEFGHIJKLMNOPQRSTUV'
_tables = {}


def _pairs(alphabet):
    """All texts of two digits, by their value; kept."""
    if alphabet not in _tables:
        _tables[alphabet] = [bytes((a, b)) for a in alphabet for b in alphabet]
    return _tables[alphabet]


def _encode32(alphabet, s):
    s = _bytes(s)
    missing = -len(s) % 5
    pairs = _pairs(alphabet)
    out = []
    for at in range(0, len(s), 5):
        n = int.from_bytes(s[at:at + 5].ljust(5, b'\0'))
        out += pairs[n >> 30], pairs[n >> 20 & 1023], pairs[n >> 10 & 1023], pairs[n & 1023]
    text = b''.join(out)
    padding = (0, 1, 3, 4, 6)[missing]
    return text[:len(text) - padding] + b'=' * padding


def _decode32(alphabet, s, casefold, map01=None):
    s = _ascii_bytes(s)
    if len(s) % 8:
        raise binascii.Error('Incorrect padding')
    if map01 is not None:
        map01 = _ascii_bytes(map01)
        assert len(map01) == 1, repr(map01)
        s = s.translate(bytes.maketrans(b'01', b'O' + map01))
    if casefold:
        s = s.upper()
    digits = s.rstrip(b'=')
    padding = len(s) - len(digits)
    values = {c: value for value, c in enumerate(alphabet)}
    out = bytearray()
    try:
        for at in range(0, len(digits), 8):
            n = 0
            for c in digits[at:at + 8]:
                n = n << 5 | values[c]
            out += (n << 5 * (8 - len(digits[at:at + 8]))).to_bytes(5)
    except KeyError:
        raise binascii.Error('Non-base32 digit found') from None
    if padding not in (0, 1, 3, 4, 6):
        raise binascii.Error('Incorrect padding')
    return bytes(out[:len(out) - (0, 1, 0, 2, 3, 0, 4)[padding]])


def b32encode(s):
    """Encodes bytes with the letters A to Z and the digits 2 to 7."""
    return _encode32(_B32_DIGITS, s)


def b32decode(s, casefold=False, map01=None):
    """Decodes Base32; map01 is the letter that a 1 stands for, and lets a 0 be an O."""
    return _decode32(_B32_DIGITS, s, casefold, map01)


def b32hexencode(s):
    """Encodes bytes with the digits 0 to 9 and the letters A to V."""
    return _encode32(_B32HEX_DIGITS, s)


def b32hexdecode(s, casefold=False):
    """Decodes what b32hexencode made."""
    return _decode32(_B32HEX_DIGITS, s, casefold)


# --- Base16 ---

def b16encode(s):
    """Encodes bytes as hexadecimal digits with capital letters."""
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    """Decodes hexadecimal digits; small letters only if casefold."""
    s = _ascii_bytes(s)
    if casefold:
        s = s.upper()
    if s.translate(None, b'0123456789ABCDEF'):
        raise binascii.Error('Non-base16 digit found')
    return binascii.unhexlify(s)


# --- base 85: four bytes are five digits ---

_A85_DIGITS = bytes(range(33, 118))
_B85_DIGITS = (b'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
               b'!#$%&()*+-;<=>?@^_`{|}~')
_Z85_DIGITS = (b'0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
               b'.-:+=^!/*?&<>()[]{}@%$#')
_SPACES = int.from_bytes(b'    ')


def _encode85(alphabet, b, pad, zero=None, spaces=None):
    """zero and spaces: what stands for groups of four zeros and of four spaces, if anything."""
    b = _bytes(b)
    missing = -len(b) % 4
    if missing:
        b = bytes(b) + bytes(missing)
    pairs = _pairs(alphabet)
    short = {}
    if zero:
        short[0] = zero
    if spaces:
        short[_SPACES] = spaces
    groups = [short.get(n) or pairs[n // 614125] + pairs[n // 85 % 7225] + alphabet[n % 85:n % 85 + 1]
              for n in struct.unpack('>%dI' % (len(b) // 4), b)]
    if missing and not pad:
        last = groups[-1]
        groups[-1] = (alphabet[:1] * 5 if last == zero else last)[:-missing]
    return b''.join(groups)


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    """Encodes bytes as Ascii85: z for four zeros and, if foldspaces, y for four spaces; in lines of wrapcol characters.

    pad keeps what fills up the last group; adobe puts <~ and ~> around the text.
    """
    text = _encode85(_A85_DIGITS, b, pad, b'z', b'y' if foldspaces else None)
    if adobe:
        text = b'<~' + text
    if wrapcol:
        width = max(wrapcol, 2 if adobe else 1)
        lines = [text[at:at + width] for at in range(0, len(text), width)]
        if adobe and len(lines[-1]) + 2 > width:
            lines.append(b'')
        text = b'\n'.join(lines)
    return text + b'~>' if adobe else text


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b' \t\n\r\v'):
    """Decodes Ascii85; adobe: it ends with ~>, and may begin with <~."""
    b = _ascii_bytes(b)
    if adobe:
        if not b.endswith(b'~>'):
            raise ValueError("Ascii85 encoded byte sequences must end with {!r}".format(b'~>'))
        b = b[2:-2] if b.startswith(b'<~') else b[:-2]
    out = bytearray()
    group = []

    def flush():
        n = 0
        for digit in group:
            n = n * 85 + digit
        try:
            out.extend(n.to_bytes(4))
        except OverflowError:
            raise ValueError('Ascii85 overflow') from None
        group.clear()

    for c in b:
        if 33 <= c <= 117:
            group.append(c - 33)
            if len(group) == 5:
                flush()
        elif c == 0x7a or (foldspaces and c == 0x79):
            if group:
                raise ValueError('%c inside Ascii85 5-tuple' % c)
            out += b'\0\0\0\0' if c == 0x7a else b'    '
        elif c not in ignorechars:
            raise ValueError('Non-Ascii85 digit found: %c' % c)
    missing = -len(group) % 5
    if missing:
        group += [84] * missing
        flush()
        del out[len(out) - missing:]
    return bytes(out)


def b85encode(b, pad=False):
    """Encodes bytes as Base85, as git and Mercurial have it; pad keeps what fills up the last group."""
    return _encode85(_B85_DIGITS, b, pad)


def _decode85(alphabet, b, name):
    b = _ascii_bytes(b)
    values = {c: value for value, c in enumerate(alphabet)}
    missing = -len(b) % 5
    out = bytearray()
    for at in range(0, len(b), 5):
        n = 0
        for i, c in enumerate(b[at:at + 5]):
            if c not in values:
                raise ValueError('bad %s character at position %d' % (name, at + i)) from None
            n = n * 85 + values[c]
        if at + 5 > len(b):
            n = (n + 1) * 85 ** missing - 1
        if n >= 1 << 32:
            raise ValueError('%s overflow in hunk starting at byte %d' % (name, at)) from None
        out += n.to_bytes(4)
    return bytes(out[:len(out) - missing])


def b85decode(b):
    """Decodes Base85."""
    return _decode85(_B85_DIGITS, b, 'base85')


def z85encode(s):
    """Encodes bytes as Z85, the Base85 of ZeroMQ."""
    return _encode85(_Z85_DIGITS, s, False)


def z85decode(s):
    """Decodes Z85."""
    return _decode85(_Z85_DIGITS, s, 'z85')


# --- lines of Base64, as in mail (RFC 2045) ---

_LINE_BYTES = 57


def encode(input, output):
    """Encodes a binary file into lines of another."""
    while chunk := input.read(_LINE_BYTES):
        while len(chunk) < _LINE_BYTES and (more := input.read(_LINE_BYTES - len(chunk))):
            chunk += more
        output.write(binascii.b2a_base64(chunk))


def decode(input, output):
    """Decodes the lines of a binary file into another."""
    while line := input.readline():
        output.write(binascii.a2b_base64(line))


def _check_single_bytes(s):
    try:
        view = memoryview(s)
    except TypeError as e:
        raise TypeError('expected bytes-like object, not %s' % s.__class__.__name__) from e
    if view.format not in ('c', 'b', 'B'):
        raise TypeError('expected single byte elements, not %r from %s' % (view.format, s.__class__.__name__))
    if view.ndim != 1:
        raise TypeError('expected 1-D data, not %d-D data from %s' % (view.ndim, s.__class__.__name__))


def encodebytes(s):
    """Encodes bytes into lines of up to 76 characters."""
    _check_single_bytes(s)
    return b''.join(binascii.b2a_base64(s[at:at + _LINE_BYTES]) for at in range(0, len(s), _LINE_BYTES))


def decodebytes(s):
    """Decodes lines of Base64."""
    _check_single_bytes(s)
    return binascii.a2b_base64(s)


# --- python -m base64 ---

def main():
    """Encodes or decodes a file, or standard input, to standard output."""
    import getopt
    import sys
    usage = f"usage: {sys.argv[0]} [-h|-d|-e|-u] [file|-]\n" \
            "        -h: print this help message and exit\n" \
            "        -d, -u: decode\n" \
            "        -e: encode (default)"
    try:
        options, files = getopt.getopt(sys.argv[1:], 'hdeu')
    except getopt.error as e:
        sys.stdout = sys.stderr
        print(e)
        print(usage)
        sys.exit(2)
    action = encode
    for option, _ in options:
        if option == '-h':
            print(usage)
            return
        action = encode if option == '-e' else decode
    if files and files[0] != '-':
        with open(files[0], 'rb') as f:
            action(f, sys.stdout.buffer)
    else:
        action(sys.stdin.buffer, sys.stdout.buffer)


if __name__ == '__main__':
    main()
