# linecache: lines of files, what is cached and when it is read again, and files that are not there.
import linecache
import os
import tempfile

fd, path = tempfile.mkstemp(suffix='.py')
os.write(fd, 'one\ntwö\nthree'.encode())
os.close(fd)
print([linecache.getline(path, n) for n in (-1, 0, 1, 2, 3, 4)], linecache.getlines(path))
with open(path, 'w') as file:
    file.write('changed, and longer than before\n')
print(linecache.getline(path, 1))
linecache.checkcache(path)
print(linecache.getline(path, 1), path in linecache.cache)
linecache.clearcache()
print(linecache.cache)
with open(path, 'wb') as file:
    file.write(b'# coding: latin-1\nx = "\xe9"\n')
print(ascii(linecache.getline(path, 2)))
with open(path, 'wb') as file:
    file.write(b'\xff\xfe\n')
linecache.checkcache()
print(linecache.getlines(path))
os.unlink(path)
print(repr(linecache.getline(path, 1)), repr(linecache.getline('/no/such/file', 1)), repr(linecache.getline('<none>', 1)))


class Loader:
    def get_source(self, name):
        return f'# {name}\nlazy\n'


print(linecache.lazycache('made up', {'__name__': 'm', '__loader__': Loader()}), linecache.getline('made up', 2))
print(linecache.lazycache('<x>', {}), linecache.lazycache('other', {}))
