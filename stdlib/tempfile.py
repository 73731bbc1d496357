"""Files and folders for a while: with names that nobody else has, and that go away when they are no longer needed."""
import errno as _errno
import io as _io
import os as _os
import shutil as _shutil
import warnings as _warnings
import weakref as _weakref
from random import Random as _Random
from types import GenericAlias as _GenericAlias

__all__ = ['NamedTemporaryFile', 'TemporaryFile', 'SpooledTemporaryFile', 'TemporaryDirectory', 'mkstemp', 'mkdtemp',
           'mktemp', 'TMP_MAX', 'gettempprefix', 'tempdir', 'gettempdir', 'gettempprefixb', 'gettempdirb']

TMP_MAX = 20  # so many names are tried
template = 'tmp'
tempdir = None    # the folder for temporary files, once it has been asked for; programs may set it

_NEW = _os.O_RDWR | _os.O_CREAT | _os.O_EXCL | _os.O_NOFOLLOW


# --- names ---

class _RandomNameSequence:
    """Endless names of eight characters; a process that was forked gets others."""

    characters = 'abcdefghijklmnopqrstuvwxyz0123456789_'
    _pid = None

    @property
    def rng(self):
        here = _os.getpid()
        if here != self._pid:
            self._pid, self._rng = here, _Random()
        return self._rng

    def __iter__(self):
        return self

    def __next__(self):
        return ''.join(self.rng.choice(self.characters) for _ in range(8))


_names = _RandomNameSequence()


def _get_candidate_names():
    return _names


def _infer_return_type(*parts):
    """str or bytes: what the parts of a name are, those that are given."""
    kinds = set()
    for part in parts:
        if part is not None:
            part = _os.fspath(part) if isinstance(part, _os.PathLike) else part
            kinds.add(bytes if isinstance(part, bytes) else str)
    if len(kinds) > 1:
        raise TypeError("Can't mix bytes and non-bytes in path components.")
    return kinds.pop() if kinds else bytes if isinstance(tempdir, bytes) else str


def _sanitize_params(prefix, suffix, dir):
    """What was not given filled in, and the type of the names."""
    kind = _infer_return_type(prefix, suffix, dir)
    if prefix is None:
        prefix = template if kind is str else _os.fsencode(template)
    if suffix is None:
        suffix = kind()
    if dir is None:
        dir = gettempdir() if kind is str else gettempdirb()
    return prefix, suffix, dir, kind


def _attempts(prefix, suffix, dir, kind):
    """Paths to be tried."""
    for _ in range(TMP_MAX):
        name = next(_names)
        yield _os.path.join(dir, prefix + (name if kind is str else _os.fsencode(name)) + suffix)


# --- the folder ---

def _candidate_tempdir_list():
    """Where temporary files may go, in the order of preference."""
    for variable in 'TMPDIR', 'TEMP', 'TMP':
        folder = _os.getenv(variable)
        if folder:
            yield _os.path.abspath(folder)
    yield from ('/tmp', '/var/tmp', '/usr/tmp')
    try:
        yield _os.getcwd()
    except OSError:
        yield _os.curdir


def _is_usable(folder):
    """Can a file be written there?"""
    for path in _attempts(template, '', folder, str):
        try:
            fd = _os.open(path, _NEW, 0o600)
        except FileExistsError:
            continue
        except OSError:
            return False
        try:
            return _os.write(fd, b'probe') == 5
        except OSError:
            return False
        finally:
            _os.close(fd)
            _os.unlink(path)
    return False


def _get_default_tempdir(dirlist=None):
    folders = list(dirlist or _candidate_tempdir_list())
    for folder in folders:
        if _is_usable(folder if folder == _os.curdir else _os.path.abspath(folder)):
            return folder
    raise FileNotFoundError(_errno.ENOENT, f'No usable temporary directory found in {folders}')


def _gettempdir():
    global tempdir
    tempdir = tempdir or _get_default_tempdir()
    return tempdir


def _both(find, name, doc):
    """Two functions that say the same, as str and as bytes."""
    def text():
        return _os.fsdecode(find())

    def data():
        return _os.fsencode(find())

    for function, ending, kind in ((text, '', ''), (data, 'b', ', as bytes')):
        function.__name__ = function.__qualname__ = name + ending
        function.__doc__ = doc + kind + '.'
    return text, data


gettempdir, gettempdirb = _both(_gettempdir, 'gettempdir', 'The folder for temporary files')
gettempprefix, gettempprefixb = _both(lambda: template, 'gettempprefix', 'What names begin with')


# --- files and folders that stay ---

def _make(make, parts, what):
    """make(path) with one name after the other, until one is new."""
    prefix, suffix, dir, kind = parts
    for path in _attempts(prefix, suffix, dir, kind):
        try:
            return make(path), path
        except FileExistsError:
            pass
    raise FileExistsError(_errno.EEXIST, f'No usable temporary {what} name found')


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    """Makes a file that only this user may read and write: its number and its path. Nobody deletes it."""
    prefix, suffix, dir, kind = _sanitize_params(prefix, suffix, dir)
    fd, path = _make(lambda path: _os.open(path, _NEW, 0o600), (prefix, suffix, _os.path.abspath(dir), kind), 'file')
    return fd, path


def mkdtemp(suffix=None, prefix=None, dir=None):
    """Makes a folder that only this user may use: its path. Nobody deletes it."""
    parts = _sanitize_params(prefix, suffix, dir)
    _, path = _make(lambda path: _os.mkdir(path, 0o700), parts, 'directory')
    return _os.path.abspath(path)


def mktemp(suffix='', prefix=template, dir=None):
    """A path that nothing has at the moment; somebody may be quicker than who asks, so mkstemp() is better."""
    for path in _attempts(prefix, suffix, gettempdir() if dir is None else dir, str):
        if not _os.path.lexists(path):
            return path
    raise FileExistsError(_errno.EEXIST, 'No usable temporary filename found')


# --- files that go away ---

class _Fate:
    """Closes a file and deletes it, each at most once, and at the latest when nobody refers to the file."""

    def __init__(self, file, path, delete, delete_on_close, complaint):
        self.file, self.path, self.complaint = file, path, complaint
        self.on_close, self.at_end = delete and delete_on_close, delete
        self.is_open = True

    def close(self):
        if self.is_open:
            self.is_open = False
            try:
                self.file.close()
            finally:
                if self.on_close:
                    self.delete()

    def delete(self, unlink=_os.unlink):
        if self.at_end:
            self.at_end = False
            try:
                unlink(self.path)
            except FileNotFoundError:  # somebody else did
                pass

    def end(self):
        try:
            self.close()
        finally:
            self.delete()

    def __del__(self):
        forgotten = self.is_open
        self.end()
        if forgotten:
            _warnings.warn(self.complaint, ResourceWarning)


class _TemporaryFileWrapper:
    """A file with a name that deletes itself; everything else is that of the file."""

    def __init__(self, file, name, delete=True, delete_on_close=True):
        self.file, self.name = file, name
        self._closer = _Fate(file, name, delete, delete_on_close, f'Implicitly cleaning up {self!r}')

    def __repr__(self):
        return f'<{type(self).__name__} file={vars(self)["file"]!r}>'

    def __getattr__(self, name):
        value = getattr(vars(self)['file'], name)
        if not callable(value) or isinstance(value, type):
            if not isinstance(value, int):
                setattr(self, name, value)
            return value
        closer = self._closer  # whoever holds a method of the file keeps the file

        def method(*args, **kwargs):
            return value(*args, **kwargs)
        method.__name__, method.__doc__, method._closer = name, value.__doc__, closer
        setattr(self, name, method)
        return method

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, exc, value, tb):
        try:
            return self.file.__exit__(exc, value, tb)
        finally:
            self._closer.end()

    def close(self):
        """Closes the file, and deletes it if that is wanted."""
        self._closer.close()

    def __iter__(self):
        # A generator, so that the file lives as long as the iteration.
        for line in self.file:
            yield line


def _raw(file):
    """The file below the layers of buffers and text."""
    below = getattr(file, 'buffer', file)
    return getattr(below, 'raw', below)


def NamedTemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None,
                       delete=True, *, errors=None, delete_on_close=True):
    """A new open file with a name. It is deleted when it is closed; with delete_on_close=False when the with statement
    ends or nobody refers to it; with delete=False never."""
    parts = _sanitize_params(prefix, suffix, dir)
    made = []

    def opener(*args):
        fd, path = _make(lambda path: _os.open(path, _NEW, 0o600), parts, 'file')
        made.append(path)
        return fd

    try:
        file = _io.open(parts[2], mode, buffering, encoding, errors, newline, opener=opener)
        _raw(file).name = made[0]
        return _TemporaryFileWrapper(file, made[0], delete, delete_on_close)
    except BaseException:
        for path in made:
            _os.unlink(path)
        raise


def TemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *,
                  errors=None):
    """A new open file without a name: nobody else can open it, and closing it is the end of it."""
    parts = _sanitize_params(prefix, suffix, dir)

    def opener(*args):
        try:
            return _os.open(parts[2], (_NEW | _os.O_TMPFILE) & ~(_os.O_CREAT | _os.O_EXCL), 0o600)
        except OSError:  # the file system cannot do that
            fd, path = _make(lambda path: _os.open(path, _NEW, 0o600), parts, 'file')
            _os.unlink(path)
            return fd

    file = _io.open(parts[2], mode, buffering, encoding, errors, newline, opener=opener)
    _raw(file).name = file.fileno()
    return file


class SpooledTemporaryFile(_io.IOBase):
    """A file in memory that moves to the disk when it gets larger than max_size, or when fileno() is asked for."""

    _rolled = False

    def __init__(self, max_size=0, mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None,
                 dir=None, *, errors=None):
        memory = _io.BytesIO()
        if 'b' not in mode:
            encoding = _io.text_encoding(encoding)
            memory = _io.TextIOWrapper(memory, encoding, errors, newline)
        self._file, self._max_size = memory, max_size
        self._options = {'mode': mode, 'buffering': buffering, 'suffix': suffix, 'prefix': prefix, 'encoding': encoding,
                         'newline': newline, 'dir': dir, 'errors': errors}

    __class_getitem__ = classmethod(_GenericAlias)

    def rollover(self):
        """Moves the file to the disk."""
        if self._rolled:
            return
        old = self._file
        new = self._file = TemporaryFile(**self._options)
        del self._options
        position = old.tell()
        if hasattr(new, 'buffer'):
            new.buffer.write(old.detach().getvalue())
        else:
            new.write(old.getvalue())
        new.seek(position, 0)
        self._rolled = True

    def _after(self, result):
        """Passes the result of a write on, and moves to the disk if that made the file too large."""
        if not self._rolled and self._max_size and self._file.tell() > self._max_size:
            self.rollover()
        return result

    def __enter__(self):
        if self._file.closed:
            raise ValueError('Cannot enter context with closed file')
        return self

    def __exit__(self, exc, value, tb):
        self._file.close()

    def __del__(self):
        if not self.closed:
            if self._rolled:
                _warnings.warn(f'Unclosed file {self!r}', ResourceWarning, stacklevel=2, source=self)
            self.close()

    @property
    def mode(self):
        return self._file.mode if self._rolled else self._options['mode']

    @property
    def name(self):
        return self._file.name if self._rolled else None

    def fileno(self):
        self.rollover()
        file = self._file
        return file.fileno()

    def write(self, s):
        return self._after(self._file.write(s))

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def truncate(self, size=None):
        if self._max_size and size is not None and size > self._max_size:
            self.rollover()
        return self._file.truncate(*([] if size is None else [size]))


def _passed_on(name):
    def method(self, *args):
        return getattr(self._file, name)(*args)
    method.__name__, method.__qualname__ = name, f'SpooledTemporaryFile.{name}'
    return method


for _name in ('__iter__', 'close', 'detach', 'flush', 'isatty', 'read', 'read1', 'readable', 'readinto', 'readinto1',
              'readline', 'readlines', 'seek', 'seekable', 'tell', 'writable'):
    setattr(SpooledTemporaryFile, _name, _passed_on(_name))
for _name in 'closed', 'encoding', 'errors', 'newlines':
    setattr(SpooledTemporaryFile, _name, property(lambda self, name=_name: getattr(self._file, name)))
del _name


# --- folders that go away ---

def _make_deletable(path):
    """Takes away what keeps a path from being deleted: missing rights on it and on its folder."""
    for each in _os.path.dirname(path), path:
        try:
            _os.chmod(each, 0o700, follow_symlinks=False) if not _os.path.islink(each) else None
        except (NotImplementedError, OSError):
            pass


class TemporaryDirectory:
    """A new folder that is deleted with all that is in it when the with statement ends, cleanup() is called or nobody
    refers to it. ignore_cleanup_errors: what cannot be deleted stays, without an error. delete=False: all stays."""

    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True):
        self.name = mkdtemp(suffix, prefix, dir)
        self._ignore_cleanup_errors, self._delete = ignore_cleanup_errors, delete
        self._finalizer = _weakref.finalize(self, self._cleanup, self.name,
                                            warn_message=f'Implicitly cleaning up {self!r}',
                                            ignore_errors=ignore_cleanup_errors, delete=delete)

    __class_getitem__ = classmethod(_GenericAlias)

    @classmethod
    def _rmtree(cls, name, ignore_errors=False, repeated=False):
        def onexc(function, path, error):
            if isinstance(error, FileNotFoundError):
                return
            if not isinstance(error, PermissionError) or repeated and path == name:
                if not ignore_errors:
                    raise error
                return
            _make_deletable(path)
            try:
                _os.unlink(path)
            except FileNotFoundError:
                pass
            except (PermissionError, IsADirectoryError):
                if _os.path.isdir(path) and not _os.path.islink(path):
                    cls._rmtree(path, ignore_errors, repeated=path == name)
                elif not ignore_errors:
                    raise

        _shutil.rmtree(name, onexc=onexc)

    @classmethod
    def _cleanup(cls, name, warn_message, ignore_errors=False, delete=True):
        if delete:
            cls._rmtree(name, ignore_errors)
            _warnings.warn(warn_message, ResourceWarning)

    def __repr__(self):
        return f'<{type(self).__name__} {self.name!r}>'

    def __enter__(self):
        return self.name

    def __exit__(self, exc, value, tb):
        if self._delete:
            self.cleanup()

    def cleanup(self):
        """Deletes the folder now."""
        if self._finalizer.detach() or _os.path.exists(self.name):
            self._rmtree(self.name, self._ignore_cleanup_errors)
