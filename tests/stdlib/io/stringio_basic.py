# StringIO: writing, reading, the position, truncating, and a gap filled with NUL.
import io
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, '|', e)
s = io.StringIO()
print(s.write('hello\n'), s.write('wörld'), s.write('€😀'), s.tell(), repr(s.getvalue()))
print(s.seek(0), repr(s.read(3)), repr(s.readline()), repr(s.read()), repr(s.read()), s.tell())
s.seek(2); s.write('LL'); print(repr(s.getvalue()))
s.seek(20); print(repr(s.read()), s.write('x'), repr(s.getvalue()), len(s.getvalue()))
print(s.truncate(3), s.tell(), repr(s.getvalue())); s.write('y'); print(repr(s.getvalue()))
s = io.StringIO('abc\ndef\n\nlast')
print(list(s), s.readline(), s.seek(0), s.readlines(5), s.readlines(), s.seek(0), next(s), s.readline(2), s.readline(-1), s.readline(None))
t(lambda: next(io.StringIO()))
print(s.readable(), s.writable(), s.seekable(), s.isatty(), s.closed, s.line_buffering, s.encoding, s.errors, s.newlines)
for f in (lambda: s.read('a'), lambda: s.readline(1.5), lambda: s.seek(-1), lambda: s.seek(0, 9), lambda: s.seek(1, 1), lambda: s.seek('a'),
          lambda: s.truncate(-1), lambda: s.write(b'a'), lambda: s.write(None), lambda: s.fileno(), lambda: s.detach(), lambda: s.name,
          lambda: io.StringIO(3), lambda: io.StringIO('', 3), lambda: io.StringIO('', 'a'), lambda: io.StringIO(x=3), lambda: s.writelines(['a', 1])): t(f)
print(s.seek(0, 1), s.seek(0, 2), io.StringIO(None).getvalue() == '')
with io.StringIO('text') as f: print(f.read(), f.closed)
print(f.closed, f.close())
for name in ('read', 'readline', 'readlines', 'getvalue', 'tell', 'flush', 'isatty', 'readable', 'truncate', '__enter__', '__iter__', '__next__'): t(getattr(f, name))
t(lambda: f.write('')); t(lambda: f.seek(0)); t(lambda: f.newlines)
