# zlib: Adler-32 and CRC-32
import zlib


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__ + ":", e)


for text in r"""
zlib.adler32(b'abc')
zlib.adler32(b'abc',5)
zlib.adler32('a')
zlib.crc32(b'abc',1)
zlib.crc32()
""".strip().splitlines():
    show(text)
