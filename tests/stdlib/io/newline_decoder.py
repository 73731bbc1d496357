# IncrementalNewlineDecoder: a \r at the end of a piece waits; states; over another decoder.
import io, codecs
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, '|', e)
for translate in (False, True):
    d = io.IncrementalNewlineDecoder(None, translate)
    print([d.decode(x) for x in ('a\r', '\nb', '\r', 'c\r', '', '\r', '\n')], d.getstate(), repr(d.newlines), repr(d.decode('x\r', True)), repr(d.newlines))
    d.reset(); print(d.newlines, d.getstate(), repr(d.decode('', final=True)))
    print(repr(d.decode('a\n')), repr(d.newlines)); d.setstate((b'', 1)); print(repr(d.decode('\n')), repr(d.newlines))
d = io.IncrementalNewlineDecoder(codecs.getincrementaldecoder('utf-8')(), translate=True)
print(repr(d.decode(b'\xc3')), repr(d.decode(b'\xa4\r')), d.getstate(), repr(d.decode(b'\n\xe2', False)), d.getstate(), repr(d.newlines))
d.setstate((b'', 0)); print(repr(d.decode(b'z'))); d.reset()
t(lambda: io.IncrementalNewlineDecoder()); t(lambda: io.IncrementalNewlineDecoder(None)); t(lambda: d.setstate(3)); t(lambda: d.setstate((1,)))
t(lambda: io.IncrementalNewlineDecoder(None, True).decode(b'a')); t(lambda: d.decode('a'))
