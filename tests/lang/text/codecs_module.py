# The module codecs: handlers, CodecInfo, pieces; and _string, which reads formats for string.Formatter.
import codecs, _string
def h(e): return ('[%s]' % e.object[e.start:e.end], e.end)
codecs.register_error('mine', h)
print('aéèb日'.encode('ascii','replace'), 'aéèb日'.encode('ascii','mine') if 0 else None)
codecs.register_error('q', lambda e: ('?' * (e.end - e.start) + '!', e.end))
codecs.register_error('b', lambda e: (b'\xff', e.end))
codecs.register_error('back', lambda e: ('x', -1))
print('aéèb日c'.encode('ascii','q'), 'aéb'.encode('latin-1','q'), 'a日b'.encode('cp1252','b'), b'a\xffb'.decode('ascii','q'), b'a\xff\xfeb'.decode('utf-8','q'), 'ab日c'.encode('ascii','back'))
for name, r in [('r1', None), ('r2', ('a',)), ('r3', (1, 2)), ('r4', ('a', 'b')), ('r5', ('a', 100)), ('r6', ('a', -100)), ('r7', ('日', 1)), ('r8', (b'x', 1))]:
    codecs.register_error(name, lambda e, r=r: r)
    for f in (lambda: 'é'.encode('ascii', name), lambda: b'\xff'.decode('ascii', name)):
        try: print(name, f())
        except Exception as e: print(name, type(e).__name__, e)
e = UnicodeEncodeError('ascii', 'aéb', 1, 2, 'why'); d = UnicodeDecodeError('utf-8', b'a\xff', 1, 2, 'why'); t = UnicodeTranslateError('aéb', 1, 2, 'why')
for n in ('strict','ignore','replace','backslashreplace','xmlcharrefreplace','namereplace','surrogateescape','surrogatepass'):
    for x in (e, d, t, ValueError('no')):
        try: print(n, ascii(codecs.lookup_error(n)(x)))
        except Exception as y: print(n, type(y).__name__, y)
for f in (lambda: codecs.lookup_error('nope'), lambda: codecs.register_error('x', 1), lambda: codecs.register_error(1, h), lambda: codecs.lookup('nope'), lambda: codecs.register(1), lambda: codecs.lookup(1)):
    try: f()
    except Exception as y: print(type(y).__name__, y)
print(codecs.encode('abc'), codecs.decode(b'abc'), codecs.encode(b'ab', 'hex'), codecs.decode(b'6162', 'hex'), codecs.encode('Hello', 'rot13'), codecs.lookup('UTF8').name, codecs.lookup('latin1').name, codecs.lookup('cp1252').name)
dec = codecs.getincrementaldecoder('utf-8')()
print([dec.decode(bytes([b])) for b in 'aé日😀'.encode()], dec.decode(b'', True), dec.getstate())
for enc in ('utf-16', 'utf-32', 'utf-8-sig', 'utf-16-le', 'latin-1'):
    s = 'héllo!'
    pieces = list(codecs.iterencode(s, enc)); whole = b''.join(pieces)
    print(enc, whole == s.encode(enc), ''.join(codecs.iterdecode((bytes([b]) for b in whole), enc)) == s)
def search(name):
    if name == 'shout': return codecs.CodecInfo(lambda s, e='strict': (s.upper().encode(), len(s)), lambda b, e='strict': (bytes(b).decode().lower(), len(b)), name='shout')
codecs.register(search); print('abc'.encode('shout'), b'ABC'.decode('SHOUT'), codecs.lookup('Shout').name); codecs.unregister(search)
try: 'abc'.encode('shout')
except LookupError as y: print(y)
for s in ['a{b}c', '{0.x[1]!r:>{w}}', '{{}}', '', '{a', '}', '{!s}', '{:x}']:
    try: print(s, list(_string.formatter_parser(s)))
    except ValueError as y: print(s, y)
for s in ['a', '0', 'a.b[0][c].d', '', 'a[', 'a]b', '0[x]y', 'a.']:
    try: first, rest = _string.formatter_field_name_split(s); print(s, repr(first), list(rest))
    except ValueError as y: print(s, y)
for f in (_string.formatter_parser, _string.formatter_field_name_split):
    try: f(1)
    except TypeError as y: print(y)
