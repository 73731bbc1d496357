# SpooledTemporaryFile: in memory until it gets too large
import tempfile

with tempfile.SpooledTemporaryFile(max_size=10) as f:
    print(f.name, f.mode, f._rolled, f.write(b'0123456789'), f._rolled, f.tell())
    print(f.write(b'x'), f._rolled, f.seek(0), f.read(), f.mode)
print(f.closed)
with tempfile.SpooledTemporaryFile(mode='w+', encoding='utf-8', newline='\n') as f:
    f.writelines(['a\n', 'é\n'])
    f.seek(2)
    print(f.encoding, f.errors, f._rolled, f.readline(), f.fileno() > 2, f._rolled, f.seek(0), list(f))
    print(f.truncate(2), f.seek(0), f.read(), f.readable(), f.seekable(), f.writable(), f.isatty())
f = tempfile.SpooledTemporaryFile(5)
f.truncate(3)
print(f._rolled)
f.truncate(6)
print(f._rolled)
f.close()
try:
    with f:
        pass
except ValueError as e:
    print(e)
