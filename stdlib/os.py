"""What the system offers: files and folders, the environment, processes."""
import abc as _abc
import sys
import posixpath as path
import posix as _posix
from posix import *
from posix import _exit

sys.modules['os.path'] = path
name, linesep, devnull = 'posix', '\n', path.devnull
curdir, pardir, sep, altsep, extsep, pathsep = path.curdir, path.pardir, path.sep, path.altsep, path.extsep, path.pathsep
defpath = path.defpath
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2


class PathLike(_abc.ABC):
    """What has __fspath__(), the path as str or bytes."""

    __slots__ = ()

    @_abc.abstractmethod
    def __fspath__(self):
        """The path."""
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        return hasattr(subclass, '__fspath__') if cls is PathLike else NotImplemented


def fsencode(filename):
    """A path as bytes."""
    filename = fspath(filename)
    return filename.encode('utf-8', 'surrogateescape') if isinstance(filename, str) else filename


def fsdecode(filename):
    """A path as str."""
    filename = fspath(filename)
    return filename.decode('utf-8', 'surrogateescape') if isinstance(filename, bytes) else filename


def _checked(value):
    if not isinstance(value, str):
        raise TypeError('str expected, not %s' % type(value).__name__)
    return value


class _Environ(dict):
    """The environment: what is set here is seen by processes that are started."""

    def __setitem__(self, key, value):
        key, value = _checked(key), _checked(value)
        _posix.putenv(key, value)
        super().__setitem__(key, value)

    def __delitem__(self, key):
        dict.__delitem__(self, _checked(key))
        _posix.unsetenv(key)

    def pop(self, key, *default):
        if key in self:
            value = self[key]
            del self[key]
            return value
        return dict.pop(self, key, *default)

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def update(self, *args, **kwargs):
        for key, value in dict(*args, **kwargs).items():
            self[key] = value

    def copy(self):
        return dict(self)

    def __repr__(self):
        return f'environ({dict.__repr__(self)})'


environ = _Environ(_posix.environ)


def getenv(key, default=None):
    """A variable of the environment, or default."""
    return environ.get(key, default)


def makedirs(name, mode=0o777, exist_ok=False):
    """Makes a folder and those that it needs above it."""
    above, last = path.split(name)
    if not last:
        above = path.dirname(above)
    if above and above != name and not path.exists(above):
        makedirs(above, exist_ok=exist_ok)
        if fsdecode(last) == curdir:
            return
    try:
        mkdir(name, mode)
    except OSError:
        if not (exist_ok and path.isdir(name)):
            raise


def removedirs(name):
    """Removes a folder, and those above it that are empty then."""
    rmdir(name)
    head = path.dirname(name)
    while head:
        try:
            rmdir(head)
        except OSError:
            break
        head = path.dirname(head)


class DirEntry:
    """One name that scandir() found."""

    __slots__ = ('name', 'path')

    def __init__(self, folder, name):
        self.name, self.path = name, path.join(folder, name)

    def stat(self, *, follow_symlinks=True):
        """stat() of it."""
        return stat(self.path) if follow_symlinks else lstat(self.path)

    def is_dir(self, *, follow_symlinks=True):
        """Is it a folder?"""
        return path.isdir(self.path) and (follow_symlinks or not path.islink(self.path))

    def is_file(self, *, follow_symlinks=True):
        """Is it a file?"""
        return path.isfile(self.path) and (follow_symlinks or not path.islink(self.path))

    def is_symlink(self):
        """Is it a symbolic link?"""
        return path.islink(self.path)

    def inode(self):
        """The number of its inode."""
        return lstat(self.path).st_ino

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f'<DirEntry {self.name!r}>'


class scandir:
    """The entries of a folder, one at a time."""

    def __init__(self, path='.'):
        folder = fspath(path)
        self._entries = iter([DirEntry(folder, entry) for entry in listdir(folder)])

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def close(self):
        """Ends the walk."""
        self._entries = iter(())


def walk(top, topdown=True, onerror=None, followlinks=False):
    """(folder, names of folders in it, names of files in it) of top and all below it."""
    try:
        entries = list(scandir(top))
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    folders = [e.name for e in entries if e.is_dir()]
    files = [e.name for e in entries if not e.is_dir()]
    if topdown:
        yield top, folders, files
    for folder in folders:
        below = path.join(top, folder)
        if followlinks or not path.islink(below):
            yield from walk(below, topdown, onerror, followlinks)
    if not topdown:
        yield top, folders, files


def fdopen(fd, mode='r', buffering=-1, encoding=None, *args, **kwargs):
    """A file object for an open file."""
    if not isinstance(fd, int):
        raise TypeError('invalid fd type (%s, expected integer)' % type(fd))
    import builtins
    return builtins.open(fd, mode, buffering, encoding, *args, **kwargs)


def get_exec_path(env=None):
    """The folders that are searched for commands."""
    return (environ if env is None else env).get('PATH', defpath).split(pathsep)
