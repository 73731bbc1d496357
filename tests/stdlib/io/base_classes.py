# The abstract bases: what they refuse, what they do by way of read and readinto, closing, and who belongs to them.
import io
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, '|', e)
r = io.RawIOBase(); t(r.read); t(r.readall); t(lambda: r.readinto(1)); t(lambda: r.seek(0)); t(r.tell); t(r.truncate); t(r.fileno); t(r._checkSeekable)
r = io.BufferedIOBase(); t(r.read); t(r.read1); t(r.detach); t(lambda: r.write(1)); t(lambda: r.readinto(bytearray(2))); t(lambda: r.readinto(2))
r = io.TextIOBase(); t(r.read); t(r.readline); t(r.detach); t(lambda: r.write('')); t(lambda: r.write(2)); print(r.encoding, r.newlines, r.errors)
r.close(); print(r.closed); t(r.isatty); t(r.flush); t(r.__enter__); t(lambda: iter(r)); t(r.close); t(lambda: io.IOBase(1))
class Raw(io.RawIOBase):
    def __init__(self, data): self.data = data
    def readable(self): return True
    def readinto(self, b):
        n = min(len(b), len(self.data), 3); b[:n] = self.data[:n]; self.data = self.data[n:]; return n
raw = Raw(b'hello\nworld\nend')
print(raw.read(10), raw.readline(), raw.readline(2), raw.readlines(), raw.readall(), raw.read(1), list(Raw(b'a\nb')), Raw(b'abcdefgh').read())
class Bad(io.RawIOBase):
    answer = 5
    def readinto(self, b): return self.answer
t(lambda: Bad().read(2)); Bad.answer = -1; t(lambda: Bad().read(2)); Bad.answer = None; t(lambda: Bad().read(2)); t(lambda: Bad().read())
class Peeks(Raw):
    def peek(self, n): return self.data
p = Peeks(b'xy\nz'); print(p.readline(), p.readline()); Peeks.peek = lambda self, n: 'a'; t(Peeks(b'a').readline)
class Lines(io.IOBase):
    def write(self, x): print('write', x)
    def close(self): print('closing'); super().close()
with Lines() as f: f.writelines('ab')
f = Lines(); del f
for x in (io.StringIO(), io.BytesIO(), open(__file__, 'rb', 0)):
    print(type(x).__name__, [c.__name__ for c in (io.IOBase, io.RawIOBase, io.BufferedIOBase, io.TextIOBase) if isinstance(x, c)]); x.close()
print(issubclass(io.UnsupportedOperation, (OSError)), issubclass(io.UnsupportedOperation, ValueError), io.SEEK_SET, io.SEEK_CUR, io.SEEK_END, io.BlockingIOError is BlockingIOError)
class Reads:
    def read(self): pass
print(isinstance(Reads(), io.Reader), isinstance(Reads(), io.Writer), io.Reader[str])
