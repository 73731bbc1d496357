# BytesIO: writing, reading, the position, truncating, readinto, and the errors.
import io
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, '|', e)
b = io.BytesIO(b'abc\ndef\n')
print(b.read(2), b.readline(), b.tell(), b.read1(1), b.readlines(), b.read(), b.seek(0), list(b))
print(b.seek(-3, 2), b.write(b'XYZ12'), b.getvalue(), b.seek(2, 1), b.tell(), b.write(bytearray(b'!')), b.getvalue())
print(b.seek(-100, 1), b.truncate(4), b.getvalue(), b.seek(9), b.truncate(), b.read(), b.getvalue())
a = bytearray(3); print(b.seek(0), b.readinto(a), a, b.readinto1(memoryview(a)[1:]), a, b.readinto(a))
b.writelines([b'1', memoryview(b'2'), bytearray(b'3')]); print(b.getvalue())
for f in (lambda: b.read('a'), lambda: b.read(1.5), lambda: b.readlines('a'), lambda: b.seek('a'), lambda: b.seek(-1), lambda: b.seek(0, 9),
          lambda: b.truncate(-1), lambda: b.truncate('a'), lambda: b.write('a'), lambda: b.write(3), lambda: b.readinto(b'abc'), lambda: b.readinto(3),
          lambda: b.seek(2**63), lambda: b.writelines(b'ab'), lambda: b.detach(), lambda: b.fileno(), lambda: b.name, lambda: io.BytesIO(3),
          lambda: io.BytesIO('a'), lambda: io.BytesIO(b'', 2), lambda: next(io.BytesIO())): t(f)
print(b.readable(), b.writable(), b.seekable(), b.isatty(), b.flush(), b.read(-5), b.readline(0))
print(b.seek(2**62)); t(lambda: b.seek(2**63 - 1, 1)); t(lambda: b.write(b'12'))
b.close(); b.close(); print(b.closed)
for name in ('read', 'readline', 'readlines', 'getvalue', 'getbuffer', 'tell', 'flush', 'isatty', 'readable', 'truncate', '__enter__', '__next__'): t(getattr(b, name))
