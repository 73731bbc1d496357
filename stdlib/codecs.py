"""Encodings by name: looking them up, adding more, and reading and writing files and streams with them.

The codecs themselves are native. A CodecInfo is made for each when somebody asks; str.encode and bytes.decode need none.
"""

import builtins
import sys

from _codecs import (_native_decode, _native_encode, _unregister_error, lookup_error, register, register_error,
                     unregister)
from _codecs import lookup as _lookup_registered

__all__ = [
    'register', 'lookup', 'open', 'BOM', 'BOM_BE', 'BOM_LE', 'BOM32_BE', 'BOM32_LE', 'BOM64_BE', 'BOM64_LE',
    'BOM_UTF8', 'BOM_UTF16', 'BOM_UTF16_LE', 'BOM_UTF16_BE', 'BOM_UTF32', 'BOM_UTF32_LE', 'BOM_UTF32_BE',
    'CodecInfo', 'Codec', 'IncrementalEncoder', 'IncrementalDecoder', 'StreamReader', 'StreamWriter',
    'StreamReaderWriter', 'StreamRecoder', 'EncodedFile', 'getencoder', 'getdecoder', 'getincrementalencoder',
    'getincrementaldecoder', 'getreader', 'getwriter', 'encode', 'decode', 'iterencode', 'iterdecode',
    'strict_errors', 'ignore_errors', 'replace_errors', 'xmlcharrefreplace_errors', 'backslashreplace_errors',
    'namereplace_errors', 'register_error', 'lookup_error', 'unregister',
]

# The mark U+FEFF at the start of a text tells its encoding.
BOM_UTF8, BOM_UTF16_LE, BOM_UTF16_BE, BOM_UTF32_LE, BOM_UTF32_BE = (
    _native_encode('\ufeff', _name) for _name in ('utf_8', 'utf_16_le', 'utf_16_be', 'utf_32_le', 'utf_32_be'))
BOM_LE, BOM_BE = BOM32_LE, BOM32_BE = BOM_UTF16_LE, BOM_UTF16_BE
BOM64_LE, BOM64_BE = BOM_UTF32_LE, BOM_UTF32_BE
BOM_UTF16, BOM_UTF32 = (BOM_LE, BOM64_LE) if sys.byteorder == 'little' else (BOM_BE, BOM64_BE)
BOM = BOM_UTF16

strict_errors = lookup_error('strict')
ignore_errors = lookup_error('ignore')
replace_errors = lookup_error('replace')
xmlcharrefreplace_errors = lookup_error('xmlcharrefreplace')
backslashreplace_errors = lookup_error('backslashreplace')
namereplace_errors = lookup_error('namereplace')


class CodecInfo(tuple):
    """(encode, decode, streamreader, streamwriter), and the incremental classes as attributes."""

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None,
                incrementaldecoder=None, name=None, *, _is_text_encoding=None):
        info = super().__new__(cls, (encode, decode, streamreader, streamwriter))
        info.name = name
        info.encode, info.decode = encode, decode
        info.incrementalencoder, info.incrementaldecoder = incrementalencoder, incrementaldecoder
        info.streamwriter, info.streamreader = streamwriter, streamreader
        info._is_text_encoding = _is_text_encoding is None or _is_text_encoding
        return info

    def __repr__(self):
        cls = self.__class__
        return f'<{cls.__module__}.{cls.__qualname__} object for encoding {self.name} at {id(self):#x}>'

    def __getnewargs__(self):
        return tuple(self)


class Codec:
    """What a codec without state has to have."""

    def encode(self, input, errors='strict'):
        raise NotImplementedError

    def decode(self, input, errors='strict'):
        raise NotImplementedError


class IncrementalEncoder:
    """Encodes text that comes in pieces."""

    def __init__(self, errors='strict'):
        self.errors = errors
        self.buffer = ''

    def encode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return 0

    def setstate(self, state):
        pass


class BufferedIncrementalEncoder(IncrementalEncoder):
    """Keeps what _buffer_encode could not yet encode."""

    def _buffer_encode(self, input, errors, final):
        raise NotImplementedError

    def encode(self, input, final=False):
        text = self.buffer + input
        result, used = self._buffer_encode(text, self.errors, final)
        self.buffer = text[used:]
        return result

    def reset(self):
        self.buffer = ''

    def getstate(self):
        return self.buffer or 0

    def setstate(self, state):
        self.buffer = state or ''


class IncrementalDecoder:
    """Decodes bytes that come in pieces."""

    def __init__(self, errors='strict'):
        self.errors = errors

    def decode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return b'', 0

    def setstate(self, state):
        pass


class BufferedIncrementalDecoder(IncrementalDecoder):
    """Keeps what _buffer_decode could not yet decode."""

    def __init__(self, errors='strict'):
        super().__init__(errors)
        self.buffer = b''

    def _buffer_decode(self, input, errors, final):
        raise NotImplementedError

    def decode(self, input, final=False):
        waiting = self.buffer + input
        text, used = self._buffer_decode(waiting, self.errors, final)
        self.buffer = waiting[used:]
        return text

    def reset(self):
        self.buffer = b''

    def getstate(self):
        return self.buffer, 0

    def setstate(self, state):
        self.buffer = state[0]


class _OnStream:
    """What is a file with codecs around the stream of bytes: everything else is asked of that one."""

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __reduce_ex__(self, protocol):
        raise TypeError(f"can't serialize {self.__class__.__name__}")

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.stream.close()

    def _reset_after_seek(self, at_start):
        self.reset()

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self._reset_after_seek(offset == whence == 0)


class StreamWriter(_OnStream, Codec):
    """Writes text to a stream of bytes."""

    def __init__(self, stream, errors='strict'):
        self.stream = stream
        self.errors = errors

    def write(self, object):
        data, _ = self.encode(object, self.errors)
        self.stream.write(data)

    def writelines(self, list):
        self.write(''.join(list))

    def reset(self):
        pass

    def _reset_after_seek(self, at_start):
        if at_start:
            self.reset()


class StreamReader(_OnStream, Codec):
    """Reads text from a stream of bytes: what was read and not yet decoded or given out is kept."""

    charbuffertype = str

    def __init__(self, stream, errors='strict'):
        self.stream = stream
        self.errors = errors
        self.reset()

    def decode(self, input, errors='strict'):
        raise NotImplementedError

    def reset(self):
        self.bytebuffer = b''
        self.charbuffer = self.charbuffertype()

    def _fill(self, size):
        """Reads and decodes some more; False at the end of the stream."""
        new = self.stream.read() if size < 0 else self.stream.read(size)
        data = self.bytebuffer + new
        if not data:
            return False
        text, consumed = self.decode(data, self.errors)
        self.bytebuffer = data[consumed:]
        self.charbuffer += text
        return bool(new)

    def _take(self, n):
        result, self.charbuffer = self.charbuffer[:n], self.charbuffer[n:]
        return result

    def read(self, size=-1, chars=-1, firstline=False):
        if chars < 0 and size < 0:
            while self._fill(-1):
                pass
        elif chars < 0:
            if not self.charbuffer:
                while self._fill(size) and not self.charbuffer:
                    pass
        else:
            while len(self.charbuffer) < chars and self._fill(size if size > 0 else max(chars, 72)):
                pass
        return self._take(len(self.charbuffer) if chars < 0 else chars)

    def readline(self, size=None, keepends=True):
        while True:
            lines = self.charbuffer.splitlines(True)
            if len(lines) > 1 or (lines and lines[0].endswith('\n')):
                break
            if not self._fill(size or 72):
                break
        if not lines:
            return self.charbuffertype()
        line = self._take(len(lines[0]))
        return line if keepends else line.splitlines(False)[0]

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def __next__(self):
        line = self.readline()
        if line:
            return line
        raise StopIteration

    def __iter__(self):
        return self


class StreamReaderWriter(_OnStream):
    """A reader and a writer on one stream."""

    encoding = 'unknown'

    def __init__(self, stream, Reader, Writer, errors='strict'):
        self.stream, self.errors = stream, errors
        self.reader, self.writer = (make(stream, errors) for make in (Reader, Writer))

    def read(self, size=-1):
        return self.reader.read(size)

    def readline(self, size=None, keepends=True):
        return self.reader.readline(size, keepends)

    def readlines(self, sizehint=None):
        return self.reader.readlines(sizehint)

    def __next__(self):
        return next(self.reader)

    def __iter__(self):
        return self

    def write(self, data):
        return self.writer.write(data)

    def writelines(self, list):
        return self.writer.writelines(list)

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def _reset_after_seek(self, at_start):
        self.reader.reset()
        self.writer._reset_after_seek(at_start)


class StreamRecoder(_OnStream):
    """Bytes in one encoding for who reads and writes, in another one in the stream, which Reader and Writer know."""

    data_encoding = file_encoding = 'unknown'

    def __init__(self, stream, encode, decode, Reader, Writer, errors='strict'):
        self.stream, self.encode, self.decode, self.errors = stream, encode, decode, errors
        self.reader, self.writer = (make(stream, errors) for make in (Reader, Writer))

    def _shown(self, text):
        return self.encode(text, self.errors)[0]

    def read(self, size=-1):
        return self._shown(self.reader.read(size))

    def readline(self, size=None):
        return self._shown(self.reader.readline() if size is None else self.reader.readline(size))

    def readlines(self, sizehint=None):
        return self._shown(self.reader.read()).splitlines(keepends=True)

    def __next__(self):
        return self._shown(next(self.reader))

    def __iter__(self):
        return self

    def write(self, data):
        return self.writer.write(self.decode(data, self.errors)[0])

    def writelines(self, list):
        self.write(b''.join(list))

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.reader.seek(offset, whence)
        self.writer.seek(offset, whence)


def _native_info(name):
    """The CodecInfo of an encoding that is in C; None for any other."""
    if _native_encode('', name) is NotImplemented:
        return None
    marked = {'utf_16': 2, 'utf_32': 4, 'utf_8_sig': 3}.get(name, 0)  # bytes of the mark at the start of a stream

    def encode(input, errors='strict'):
        return _native_encode(input, name, errors), len(input)

    def decode(input, errors='strict'):
        return _native_decode(input, name, errors)

    class Encoder(IncrementalEncoder):
        started = False

        def encode(self, input, final=False):
            data = _native_encode(input, name, self.errors)
            if marked and self.started:
                return data[marked:]
            self.started = True
            return data

        def reset(self):
            self.started = False

        def getstate(self):
            return 0 if self.started else 2

        def setstate(self, state):
            self.started = not state

    class Decoder(BufferedIncrementalDecoder):
        order = None  # the encoding that the mark at the start told

        def _buffer_decode(self, input, errors, final):
            encoding = self.order or name
            if marked and not self.order:
                if len(input) < marked and not final:
                    return '', 0
                plain = 'utf-8' if marked == 3 else f'utf-{marked * 8}-'
                big = input[:marked] == (BOM_UTF16_BE if marked == 2 else BOM_UTF32_BE)
                self.order = plain if marked == 3 else plain + ('be' if big else 'le')
            return _native_decode(input, encoding, errors, final)

        def reset(self):
            super().reset()
            self.order = None

        def getstate(self):
            if not marked:
                return self.buffer, 0
            if self.order is None:
                return self.buffer, 1 if marked == 3 else 2
            return self.buffer, int(self.order.endswith('be') == (sys.byteorder == 'little'))

        def setstate(self, state):
            self.buffer, flags = state
            if marked == 3:
                self.order = None if flags else 'utf-8'
            elif marked:
                little = (flags == 0) == (sys.byteorder == 'little')
                self.order = None if flags > 1 else f'utf-{marked * 8}-' + ('le' if little else 'be')

    class Writer(StreamWriter):
        started = False

        def encode(self, input, errors='strict'):
            data, n = encode(input, errors)
            if marked and self.started:
                return data[marked:], n
            self.started = True
            return data, n

        def reset(self):
            self.started = False

    class Reader(StreamReader):
        def decode(self, input, errors='strict'):
            text = self.decoder.decode(input)
            return text, len(input)

        def reset(self):
            super().reset()
            self.decoder = Decoder(self.errors)

    return CodecInfo(encode, decode, Reader, Writer, Encoder, Decoder, _canonical(name))


def _canonical(name):
    """The name that CodecInfo.name shows."""
    for known, aliases in _names.items():
        if name in aliases:
            return known
    return name.replace('_', '-')


_names = {
    'utf-8': ('utf_8', 'utf8', 'u8', 'utf', 'utf8_ucs2', 'utf8_ucs4', 'cp65001'),
    'ascii': ('ascii', 'us_ascii', '646', 'us', 'cp367', 'ibm367'),
    'iso8859-1': ('latin_1', 'latin1', 'latin', 'l1', 'iso_8859_1', 'iso8859_1', '8859', 'cp819', 'iso8859'),
    'utf-8-sig': ('utf_8_sig',),
    'utf-16': ('utf_16', 'utf16', 'u16'),
    'utf-16-le': ('utf_16_le', 'utf_16le'),
    'utf-16-be': ('utf_16_be', 'utf_16be'),
    'utf-32': ('utf_32', 'utf32', 'u32'),
    'utf-32-le': ('utf_32_le', 'utf_32le'),
    'utf-32-be': ('utf_32_be', 'utf_32be'),
}


def _search(name):
    for known, aliases in _names.items():
        if name in aliases:
            return _native_info(aliases[0])
    info = _native_info(name)
    if info is None:
        import encodings  # whose modules import this one
        info = encodings.find(name)
    return info


register(_search)


def lookup(encoding, /):
    """The CodecInfo of an encoding; LookupError when nobody knows it."""
    return _lookup_registered(encoding)


def _run(codec, obj, errors, what, encoding):
    try:
        return codec(obj, errors)[0]
    except BaseException as exc:
        exc.add_note(f"{what} with '{encoding}' codec failed")
        raise


def encode(obj, encoding='utf-8', errors='strict'):
    """Encodes with any codec, also those that are not between text and bytes."""
    return _run(lookup(encoding).encode, obj, errors, 'encoding', encoding)


def decode(obj, encoding='utf-8', errors='strict'):
    """Decodes with any codec, also those that are not between text and bytes."""
    return _run(lookup(encoding).decode, obj, errors, 'decoding', encoding)


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def getincrementalencoder(encoding):
    return _known_incremental(encoding, lookup(encoding).incrementalencoder)


def getincrementaldecoder(encoding):
    return _known_incremental(encoding, lookup(encoding).incrementaldecoder)


def _known_incremental(encoding, cls):
    if cls is None:
        raise LookupError(encoding)
    return cls


def getreader(encoding):
    return lookup(encoding).streamreader


def getwriter(encoding):
    return lookup(encoding).streamwriter


def iterencode(iterator, encoding, errors='strict', **kwargs):
    """Encodes the pieces that an iterator gives."""
    make = getincrementalencoder(encoding)
    encoder = make(errors, **kwargs)
    for piece in iterator:
        if data := encoder.encode(piece):
            yield data
    if data := encoder.encode('', True):
        yield data


def iterdecode(iterator, encoding, errors='strict', **kwargs):
    """Decodes the pieces that an iterator gives."""
    make = getincrementaldecoder(encoding)
    decoder = make(errors, **kwargs)
    for piece in iterator:
        if text := decoder.decode(piece):
            yield text
    if text := decoder.decode(b'', True):
        yield text


def open(filename, mode='r', encoding=None, errors='strict', buffering=-1):
    """Opens a file for text in an encoding, without any change of line ends."""
    if encoding is not None and 'b' not in mode:
        mode += 'b'
    file = builtins.open(filename, mode, buffering)
    if encoding is None:
        return file
    try:
        info = lookup(encoding)
        both = StreamReaderWriter(file, info.streamreader, info.streamwriter, errors)
        both.encoding = encoding
        return both
    except:
        file.close()
        raise


def EncodedFile(file, data_encoding, file_encoding=None, errors='strict'):
    """A file whose bytes are in file_encoding, as one of bytes in data_encoding."""
    file_encoding = file_encoding or data_encoding
    data, stored = lookup(data_encoding), lookup(file_encoding)
    both = StreamRecoder(file, data.encode, data.decode, stored.streamreader, stored.streamwriter, errors)
    both.data_encoding, both.file_encoding = data_encoding, file_encoding
    return both


def make_identity_dict(rng):
    return {i: i for i in rng}


def make_encoding_map(decoding_map):
    """The way back; None for what several codes stand for."""
    back = {}
    for code, char in decoding_map.items():
        back[char] = None if char in back else code
    return back
