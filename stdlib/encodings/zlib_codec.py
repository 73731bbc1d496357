"""Bytes compressed by zlib."""

import codecs
import zlib

from ._stateless import make_info


class IncrementalEncoder(codecs.IncrementalEncoder):
    def __init__(self, errors='strict'):
        super().__init__(errors)
        self.reset()

    def encode(self, input, final=False):
        data = self.compressor.compress(input)
        return data + self.compressor.flush() if final else data

    def reset(self):
        self.compressor = zlib.compressobj()


class IncrementalDecoder(codecs.IncrementalDecoder):
    def __init__(self, errors='strict'):
        super().__init__(errors)
        self.reset()

    def decode(self, input, final=False):
        data = self.decompressor.decompress(input)
        return data + self.decompressor.flush() if final else data

    def reset(self):
        self.decompressor = zlib.decompressobj()


def info():
    result = make_info('zlib', lambda input, errors='strict': (zlib.compress(input), len(input)),
                       lambda input, errors='strict': (zlib.decompress(input), len(input)), is_text=False)
    result.incrementalencoder, result.incrementaldecoder = IncrementalEncoder, IncrementalDecoder
    return result
