# Exceptions out of codecs carry a note that names the codec, unless str and bytes know the encoding themselves.
import codecs


def t(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e, getattr(e, '__notes__', None))


t(lambda: '\u4e00'.encode('cp437'))
t(lambda: '\u4e00'.encode('ascii'))
t(lambda: '\u4e00'.encode('latin-1'))
t(lambda: '\u4e00'.encode('iso8859-2'))
t(lambda: '\ud800'.encode('utf-16'))
t(lambda: '\ud800'.encode('utf-16-le'))
t(lambda: '\ud800'.encode('utf-32'))
t(lambda: b'\x00'.decode('utf-32'))
t(lambda: b'\x81'.decode('cp1252'))
t(lambda: b'\xff'.decode('utf-7'))
t(lambda: b'\xff'.decode('utf-8-sig'))
t(lambda: b'\\x1'.decode('unicode_escape'))
t(lambda: codecs.decode('zz', 'hex'))
t(lambda: codecs.encode('zz', 'hex'))
t(lambda: codecs.encode('\u4e00', 'ascii'))
t(lambda: codecs.decode(b'\xff', 'utf-8'))
t(lambda: codecs.encode('\u4e00', 'rot13', 'x'))
t(lambda: codecs.lookup('cp437').encode('\u4e00'))
