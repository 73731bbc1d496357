# Error handlers that are made for encoding refuse to decode; `in` of bytes asks __index__; join of what is not iterable.
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, '|', e)
for handler in ('xmlcharrefreplace', 'namereplace', 'backslashreplace', 'surrogatepass'):
    for encoding in ('utf-8', 'ascii', 'utf-16-le'): t(lambda: b'a\xff\xfe'.decode(encoding, handler))
class Bad:
    def fail(self, *a): raise ArithmeticError('bad')
    __index__ = __iter__ = fail
class N:
    def __iter__(self): return None
for f in (lambda: Bad() in b'', lambda: Bad() in bytearray(b'a'), lambda: 256 in b'', lambda: 2**70 in b'', lambda: -1 in b'', lambda: 97 in b'a',
          lambda: ','.join(N()), lambda: b','.join(N()), lambda: ','.join(Bad()), lambda: dict([N()]), lambda: [1, 2].__setitem__(slice(0, 2, 2), N())): t(f)
b = bytearray(b'ab')
try: b += b
except BufferError as e: print(e)
b.extend(b); print(b); b = bytearray(); b += b; print(b)
