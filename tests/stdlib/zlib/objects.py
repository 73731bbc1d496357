# zlib: objects that are refused, constants, types
import zlib


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__ + ":", e)


for text in r"""
zlib.compressobj(10)
zlib.compressobj(method=3)
zlib.compressobj(memLevel=20)
zlib.compressobj(wbits=3)
zlib.compressobj(zdict='a')
zlib.compressobj(x=3)
zlib.decompressobj(5)
zlib.decompressobj(zdict=3)
zlib.decompressobj(wbits=100)
type(zlib.compressobj())
type(zlib.decompressobj())
type(zlib.compressobj())()
zlib.compressobj().flush(7)
zlib.compressobj().compress('a')
zlib.decompressobj().decompress(b'zz')
zlib.decompressobj().decompress(b'zz',-1)
zlib.decompressobj().decompress(b'zz',max_length=-1)
zlib.decompressobj().flush(0)
zlib.decompressobj().flush(-1)
zlib.decompressobj().flush()
zlib._ZlibDecompressor(5)
zlib.error.__mro__, zlib.error.__module__
zlib._ZlibDecompressor().decompress(b"abc")
""".strip().splitlines():
    show(text)
