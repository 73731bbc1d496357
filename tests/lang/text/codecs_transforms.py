# Codecs that are not between text and bytes: hex, base64, quopri, rot13, zlib; what str and bytes say to them.
import codecs


def t(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, e)


for name in ("rot13", "hex", "base64", "quopri", "zlib", "utf-7", "punycode"):
    info = codecs.lookup(name)
    t(lambda: (info.name, info._is_text_encoding, info.incrementalencoder.__name__, info.streamreader.__name__))
t(lambda: codecs.encode(b'abc\xff', 'hex'))
t(lambda: codecs.decode(b'6162', 'hex'))
t(lambda: codecs.decode(b'616', 'hex'))
t(lambda: codecs.decode('zz', 'hex'))
t(lambda: codecs.encode(b'abc'*30, 'base64'))
t(lambda: codecs.decode(b'YWJj', 'base64'))
t(lambda: codecs.decode(b'YWJ', 'base64'))
t(lambda: codecs.encode('Hello', 'rot13'))
t(lambda: codecs.encode(b'x', 'rot13'))
t(lambda: codecs.decode('Uryyb', 'rot_13'))
t(lambda: codecs.encode(b'a=b\xff \n', 'quopri'))
t(lambda: codecs.decode(b'a=3Db=FF', 'quopri'))
t(lambda: codecs.encode('abc', 'hex'))
t(lambda: 'abc'.encode('hex'))
t(lambda: b'abc'.decode('rot13'))
t(lambda: 'x'.encode('nope'))
t(lambda: codecs.decode(codecs.encode(b"abc" * 100, "zlib"), "zip") == b"abc" * 100)
e, d = codecs.getincrementalencoder("zlib")(), codecs.getincrementaldecoder("zlib")()
t(lambda: d.decode(e.encode(b"one ") + e.encode(b"two", True), True))
t(lambda: "".join(codecs.iterdecode(codecs.iterencode(["a\xe9", "\u20ac"], "utf-7"), "utf-7")))
