"""What the system offers: files and folders, the environment, processes.

The calls themselves are those of posix. Here stand the environment as a mapping, walks through folders, and the many
ways to start a program.
"""
import abc as _abc
import sys
import posixpath as path
import posix as _posix
import stat as _stat
from posix import *
from posix import _create_environ, _exit
from posixpath import altsep, curdir, defpath, extsep, pardir, pathsep, sep
from types import GenericAlias as _GenericAlias

sys.modules['os.path'] = path
name, linesep, devnull = 'posix', '\n', path.devnull
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
P_WAIT, P_NOWAIT, P_NOWAITO = 0, 1, 1
supports_bytes_environ = True

# What can be given in other ways than as a path, and how.
supports_dir_fd = {access, chmod, chown, link, lstat, mkdir, mkfifo, mknod, open, readlink, rename, rmdir, stat,
                   symlink, unlink, utime}
supports_fd = {chdir, chmod, chown, execve, listdir, pathconf, scandir, stat, statvfs, truncate, utime}
supports_follow_symlinks = {access, chown, link, stat, utime}
supports_effective_ids = {access}


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

    __class_getitem__ = classmethod(_GenericAlias)


def fsencode(filename):
    """A path as bytes."""
    name = fspath(filename)
    return name if isinstance(name, bytes) else name.encode('utf-8', 'surrogateescape')


def fsdecode(filename):
    """A path as str."""
    name = fspath(filename)
    return name if isinstance(name, str) else name.decode('utf-8', 'surrogateescape')


# --- the environment ---

def _checked(value, kind=str):
    if isinstance(value, kind):
        return value
    raise TypeError(f'{kind.__name__} expected, not {type(value).__name__}')


class _Environ(dict):
    """The environment: what is set here is seen by programs that are started.

    There is one of str and one of bytes, `mirror` of each other; what changes in one changes in both.
    """
    __slots__ = ('kind', 'translate', 'mirror')

    def __init__(self, kind, translate):
        self.kind = kind
        self.translate = translate  # a key or a value, to what the mirror has

    def __getitem__(self, key):
        return dict.__getitem__(self, _checked(key, self.kind))

    def __setitem__(self, key, value):
        _posix.putenv(_checked(key, self.kind), _checked(value, self.kind))
        dict.__setitem__(self, key, value)
        dict.__setitem__(self.mirror, self.translate(key), self.translate(value))

    def __delitem__(self, key):
        self.pop(key)

    def get(self, key, default=None):
        return dict.get(self, _checked(key, self.kind), default)

    def pop(self, key, *default):
        value = dict.pop(self, _checked(key, self.kind), *default)
        if dict.pop(self.mirror, self.translate(key), None) is not None:
            _posix.unsetenv(key)
        return value

    def popitem(self):
        for key in reversed(self):
            return key, self.pop(key)
        return dict.popitem(self)  # which says that it is empty

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def update(self, *args, **kwargs):
        for key, value in dict(*args, **kwargs).items():
            self[key] = value

    def __ior__(self, other):
        self.update(other)
        return self

    def clear(self):
        for key in list(self):
            del self[key]

    # What iterates sees the names as they were when it began.

    def __iter__(self):
        return iter(list(dict.keys(self)))

    def keys(self):
        from _collections_abc import KeysView
        return KeysView(self)

    def items(self):
        from _collections_abc import ItemsView
        return ItemsView(self)

    def values(self):
        from _collections_abc import ValuesView
        return ValuesView(self)

    def copy(self):
        return {key: self[key] for key in self}

    def __repr__(self):
        return f'environ({dict.__repr__(self)})'


environ = _Environ(str, fsencode)
environb = _Environ(bytes, fsdecode)
environ.mirror, environb.mirror = environb, environ


def reload_environ():
    """Makes environ what the environment of the process is, in case that something else has changed it."""
    now = _create_environ()
    for mapping, translate in (environ, fsdecode), (environb, fsencode):
        dict.clear(mapping)
        dict.update(mapping, {translate(key): translate(value) for key, value in now.items()})


reload_environ()


def getenv(key, default=None):
    """A variable of the environment, or default."""
    return environ.get(key, default)


def getenvb(key, default=None):
    """A variable of the environment as bytes, or default."""
    return environb.get(key, default)


def get_exec_path(env=None):
    """The folders that are searched for commands."""
    folders = (environ if env is None else env).get('PATH')
    if env is not None and b'PATH' in env:
        if folders is not None:
            raise ValueError("env cannot contain 'PATH' and b'PATH' keys")
        folders = env[b'PATH']
    return (defpath if folders is None else fsdecode(folders)).split(pathsep)


# --- folders ---

def makedirs(name, mode=0o777, exist_ok=False):
    """Makes a folder and those that it needs above it."""
    above, last = path.split(name)
    if not last:
        above, last = path.split(above)
    if above and last and not path.exists(above):
        try:
            makedirs(above, exist_ok=exist_ok)
        except FileExistsError:
            pass  # somebody else has just made it
        if fsdecode(last) == curdir:
            return
    try:
        mkdir(name, mode)
    except OSError:
        if not (exist_ok and path.isdir(name)):
            raise


def _prune(name):
    """Removes a folder and those above it, as long as they are empty."""
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            return
        head, tail = path.split(head)


def removedirs(name):
    """Removes a folder, and those above it that are empty then."""
    rmdir(name)
    _prune(name)


def renames(old, new):
    """rename() that makes the folders it needs, and removes those that it leaves empty."""
    folder, last = path.split(new)
    if folder and last and not path.exists(folder):
        makedirs(folder)
    rename(old, new)
    _prune(old)


def _listing(folder, onerror):
    """The entries of a folder that are folders, and the names of the rest; None if it cannot be read."""
    folders, files = [], []
    try:
        with scandir(folder) as entries:
            for entry in entries:
                try:
                    is_folder = entry.is_dir()
                except OSError:
                    is_folder = False
                (folders if is_folder else files).append(entry)
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return None
    return folders, [entry.name for entry in files]


def walk(top, topdown=True, onerror=None, followlinks=False):
    """(folder, names of folders in it, names of files in it) of top and all below it. On the way from the top down the
    list of folders may be changed, to leave some out. onerror is called with the OSError of what cannot be read."""
    sys.audit('os.walk', top, topdown, onerror, followlinks)
    waiting = [fspath(top)]  # folders still to be looked at, and results to be given behind those below
    while waiting:
        here = waiting.pop()
        if isinstance(here, tuple):
            yield here
            continue
        found = _listing(here, onerror)
        if found is None:
            continue
        entries, files = found
        names = [entry.name for entry in entries]
        if topdown:
            yield here, names, files
            below = [path.join(here, each) for each in names]
            waiting += [each for each in reversed(below) if followlinks or not path.islink(each)]
        else:
            waiting.append((here, names, files))
            waiting += [path.join(here, entry.name) for entry in reversed(entries)
                        if followlinks or not _is_link(entry)]


def _is_link(entry):
    try:
        return entry.is_symlink()
    except OSError:
        return False


def fwalk(top='.', topdown=True, onerror=None, *, follow_symlinks=False, dir_fd=None):
    """walk() that gives a fourth item: the folder as an open file, which is valid until the next step."""
    sys.audit('os.fwalk', top, topdown, onerror, follow_symlinks, dir_fd)
    top = fspath(top)
    return _fwalk(top, top, topdown, onerror, follow_symlinks, dir_fd, is_top=True)


def _fwalk(here, name, topdown, onerror, follow_symlinks, dir_fd, is_top=False):
    """`here` is the path that is shown, `name` what it is called in the open folder dir_fd."""
    try:
        expected = None if follow_symlinks else stat(name, follow_symlinks=False, dir_fd=dir_fd)
        folder = open(name, O_RDONLY | O_NONBLOCK, dir_fd=dir_fd)
    except OSError as error:
        if is_top:
            raise
        if onerror is not None:
            onerror(error)
        return
    try:
        is_itself = expected is None or path.samestat(expected, stat(folder)) and _stat.S_ISDIR(expected.st_mode)
        found = _listing(folder, onerror) if is_itself else None
        if found is None:
            return
        entries, files = found
        names = [entry.name for entry in entries]
        if isinstance(here, bytes):
            names, files = [*map(fsencode, names)], [*map(fsencode, files)]
        if topdown:
            yield here, names, files, folder
        for each in list(names):
            yield from _fwalk(path.join(here, each), each, topdown, onerror, follow_symlinks, folder)
        if not topdown:
            yield here, names, files, folder
    finally:
        close(folder)


def fdopen(fd, mode='r', buffering=-1, encoding=None, *args, **kwargs):
    """A file object for an open file."""
    if not isinstance(fd, int):
        raise TypeError('invalid fd type (%s, expected integer)' % type(fd))
    import io
    return io.open(fd, mode, buffering, encoding, *args, **kwargs)


# --- programs in place of this one ---

def execl(file, *args):
    """Runs a program with these arguments in place of this one."""
    execv(file, args)


def execle(file, *args):
    """execl() with the environment as the last argument."""
    execve(file, args[:-1], args[-1])


def execlp(file, *args):
    """execl() that looks for the program in the folders of PATH."""
    execvp(file, args)


def execlpe(file, *args):
    """execlp() with the environment as the last argument."""
    execvpe(file, args[:-1], args[-1])


def execvp(file, args):
    """execv() that looks for the program in the folders of PATH."""
    _exec_found(file, args, None)


def execvpe(file, args, env):
    """execve() that looks for the program in the folders of PATH."""
    _exec_found(file, args, env)


def _exec_found(file, args, env):
    def run(program):
        execv(program, args) if env is None else execve(program, args, env)

    if path.dirname(file):
        run(file)
    as_given = fsencode if isinstance(file, bytes) else str
    problem = None
    for folder in get_exec_path(env):
        try:
            run(path.join(as_given(folder), file))
        except (FileNotFoundError, NotADirectoryError) as error:
            missing = error
        except OSError as error:
            problem = problem or error
    raise problem or missing


# --- programs beside this one ---

def _spawn(mode, file, args, env, execute):
    if not isinstance(args, (tuple, list)):
        raise TypeError('argv must be a tuple or a list')
    if not args or not args[0]:
        raise ValueError('argv first element cannot be empty')
    pid = fork()
    if pid == 0:
        try:
            execute(file, args) if env is None else execute(file, args, env)
        finally:
            _exit(127)
    if mode == P_NOWAIT:
        return pid
    while True:
        _, status = waitpid(pid, 0)
        if not WIFSTOPPED(status):
            return waitstatus_to_exitcode(status)


def spawnv(mode, file, args):
    """Runs a program with a list of arguments. P_WAIT: its status, or minus the signal that ended it; P_NOWAIT: its
    number, while it runs."""
    return _spawn(mode, file, args, None, execv)


def spawnve(mode, file, args, env):
    """spawnv() in another environment."""
    return _spawn(mode, file, args, env, execve)


def spawnvp(mode, file, args):
    """spawnv() that looks for the program in the folders of PATH."""
    return _spawn(mode, file, args, None, execvp)


def spawnvpe(mode, file, args, env):
    """spawnve() that looks for the program in the folders of PATH."""
    return _spawn(mode, file, args, env, execvpe)


def spawnl(mode, file, *args):
    """spawnv() with the arguments one by one."""
    return spawnv(mode, file, args)


def spawnle(mode, file, *args):
    """spawnl() with the environment as the last argument."""
    return spawnve(mode, file, args[:-1], args[-1])


def spawnlp(mode, file, *args):
    """spawnl() that looks for the program in the folders of PATH."""
    return spawnvp(mode, file, args)


def spawnlpe(mode, file, *args):
    """spawnlp() with the environment as the last argument."""
    return spawnvpe(mode, file, args[:-1], args[-1])


def popen(cmd, mode='r', buffering=-1):
    """A file that reads what a shell command writes, or writes what it reads. close() gives its status, None for 0."""
    if not isinstance(cmd, str):
        raise TypeError('invalid cmd type (%s, expected string)' % type(cmd))
    if mode not in ('r', 'w'):
        raise ValueError('invalid mode %r' % mode)
    if buffering == 0 or buffering is None:
        raise ValueError('popen() does not support unbuffered streams')
    import subprocess
    end = 'stdout' if mode == 'r' else 'stdin'
    process = subprocess.Popen(cmd, shell=True, text=True, bufsize=buffering, **{end: subprocess.PIPE})
    return _Pipe(getattr(process, end), process)


class _Pipe:
    """The file of popen(): closing it waits for the command."""

    def __init__(self, stream, process):
        self._stream, self._process = stream, process

    def close(self):
        self._stream.close()
        status = self._process.wait()
        return status << 8 or None

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def __getattr__(self, name):
        return getattr(self._stream, name)

    def __iter__(self):
        return iter(self._stream)


def process_cpu_count():
    """The number of processors that this process may use, or None."""
    return len(sched_getaffinity(0)) or None


__all__ = [*(name for name in globals() if not name.startswith('_')), '_exit', 'environb']
__all__.remove('sys')
