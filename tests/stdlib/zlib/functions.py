# zlib: compress and decompress in one go, their options and errors
import zlib


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__ + ":", e)


for text in r"""
zlib.compress(b'abc'*10)
zlib.compress(b'abc',level=0)
zlib.compress(b'abc',10)
zlib.compress(b'abc',9,-15)
zlib.compress(b'abc',9,31)
zlib.compress(b'abc',9,5)
zlib.compress('abc')
zlib.compress()
zlib.decompress(b'abc')
zlib.decompress(b'')
zlib.decompress(zlib.compress(b'abc')[:-2])
zlib.decompress(zlib.compress(b'abc')+b'xx')
zlib.decompress(zlib.compress(b'abc'),wbits=-15)
zlib.decompress(zlib.compress(b'abc'),bufsize=0)
zlib.decompress(zlib.compress(b'abc'),bufsize=-1)
zlib.decompress(zlib.compress(b'abc',wbits=31),47)
""".strip().splitlines():
    show(text)
