# TemporaryDirectory: deleted with what is in it, also by cleanup() and when nobody refers to it
import os
import tempfile
import warnings

with tempfile.TemporaryDirectory(prefix='ouro') as name:
    os.makedirs(os.path.join(name, 'a/b'))
    open(os.path.join(name, 'a/b/c'), 'w').close()
    os.symlink('/etc', os.path.join(name, 'link'))
    os.chmod(os.path.join(name, 'a'), 0o500)
    print(os.path.isdir(name), os.path.basename(name).startswith('ouro'), oct(os.stat(name).st_mode & 0o777))
print(os.path.exists(name), os.path.exists('/etc'))
d = tempfile.TemporaryDirectory()
print(repr(d) == f'<TemporaryDirectory {d.name!r}>')
d.cleanup()
d.cleanup()
print(os.path.exists(d.name))
with tempfile.TemporaryDirectory(delete=False) as name:
    pass
print(os.path.exists(name), os.rmdir(name))
d = tempfile.TemporaryDirectory()
name = d.name
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    del d
print(os.path.exists(name), caught[0].category.__name__, str(caught[0].message).startswith('Implicitly cleaning up <Temp'))
try:
    tempfile.TemporaryDirectory(dir='/no/where')
except FileNotFoundError as e:
    print(e.errno)
with tempfile.TemporaryDirectory() as name:
    os.rmdir(name)
print(tempfile.TemporaryDirectory[str])
