# NamedTemporaryFile and TemporaryFile
import os
import tempfile

with tempfile.NamedTemporaryFile('w+', suffix='.txt', prefix='ouro') as f:
    f.write('one\ntwo\n')
    f.seek(0)
    name = f.name
    print(os.path.basename(name).startswith('ouro'), name.endswith('.txt'), list(f), oct(os.stat(name).st_mode & 0o777))
    print(repr(f).startswith('<tempfile._TemporaryFileWrapper file=<_io.TextIOWrapper name='), f.closed)
print(os.path.exists(name), f.closed)
f = tempfile.NamedTemporaryFile(delete=False)
f.write(b'stays')
f.close()
print(open(f.name, 'rb').read())
os.unlink(f.name)
with tempfile.NamedTemporaryFile(delete_on_close=False) as f:
    f.write(b'data')
    f.close()
    print(os.path.getsize(f.name))
print(os.path.exists(f.name))
f = tempfile.NamedTemporaryFile()
name = f.name
write = f.write
del f
print(os.path.exists(name), write(b'abc'))
write.__self__ if hasattr(write, '__self__') else None
with tempfile.TemporaryFile('w+', encoding='utf-8') as f:
    print(f.write('é'), f.seek(0), f.read(), f.mode)
for call in (lambda: tempfile.NamedTemporaryFile('q'), lambda: tempfile.TemporaryFile(encoding='utf-8'),
             lambda: tempfile.NamedTemporaryFile(dir='/no/where'), lambda: tempfile.NamedTemporaryFile(dir=b'/', prefix='x')):
    try:
        call()
    except (ValueError, OSError, TypeError) as e:
        print(type(e).__name__, str(e).split('/tmp')[0].split("'/no")[0])
