"""A CodecInfo of two functions that need no state between one piece and the next."""

import codecs


def make_info(name, encode, decode, *, is_text, encoded_type=bytes, decoded_type=bytes):
    """encode(input, errors) and decode(input, errors) give (output, length of the input)."""

    class Codec(codecs.Codec):
        def encode(self, input, errors='strict'):
            return encode(input, errors)

        def decode(self, input, errors='strict'):
            return decode(input, errors)

    class IncrementalEncoder(codecs.IncrementalEncoder):
        def encode(self, input, final=False):
            return encode(input, self.errors)[0]

    class IncrementalDecoder(codecs.IncrementalDecoder):
        def decode(self, input, final=False):
            return decode(input, self.errors)[0]

    class StreamWriter(Codec, codecs.StreamWriter):
        charbuffertype = encoded_type

    class StreamReader(Codec, codecs.StreamReader):
        charbuffertype = decoded_type

    return codecs.CodecInfo(encode, decode, StreamReader, StreamWriter, IncrementalEncoder, IncrementalDecoder, name,
                            _is_text_encoding=is_text)
