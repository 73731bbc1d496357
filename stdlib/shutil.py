"""Files and folders copied, moved and removed as a whole."""

import fnmatch
import os
import stat
import sys
from collections import namedtuple

__all__ = ["copyfileobj", "copyfile", "copymode", "copystat", "copy", "copy2", "copytree", "move", "rmtree", "Error",
           "SpecialFileError", "which", "get_terminal_size", "ignore_patterns", "SameFileError",
           "disk_usage"]

COPY_BUFSIZE = 64 * 1024


class Error(OSError):
    pass


class SameFileError(Error):
    """Source and destination are the same file."""


class SpecialFileError(OSError):
    """The operation cannot be done with a special file."""


def copyfileobj(fsrc, fdst, length=0):
    """Copies what is left in one file to another."""
    length = length or COPY_BUFSIZE
    while data := fsrc.read(length):
        fdst.write(data)


def _same_file(src, dst):
    try:
        one, other = os.stat(src), os.stat(dst)
    except OSError:
        return False
    return os.path.samestat(one, other)


def copyfile(src, dst, *, follow_symlinks=True):
    """Copies the content of a file; returns the destination."""
    if _same_file(src, dst):
        raise SameFileError(f"{src!r} and {dst!r} are the same file")
    for path in (src, dst):
        try:
            mode = os.stat(path).st_mode
        except OSError:
            continue
        if stat.S_ISFIFO(mode):
            raise SpecialFileError(f"`{os.fspath(path)}` is a named pipe")
    if not follow_symlinks and os.path.islink(src):
        _copy_link(src, dst)
        return dst
    with open(src, 'rb') as source:
        try:
            with open(dst, 'wb') as target:
                copyfileobj(source, target)
        except IsADirectoryError as err:
            if os.path.exists(dst):
                raise
            raise FileNotFoundError(f'Directory does not exist: {dst}') from err
    return dst


def _copy_link(src, dst):
    """Makes a link that points to where another one does."""
    os.symlink(os.readlink(src), dst)


def copymode(src, dst, *, follow_symlinks=True):
    """Copies the permissions."""
    if not follow_symlinks and os.path.islink(src) and os.path.islink(dst):
        return
    os.chmod(dst, stat.S_IMODE(os.stat(src).st_mode))


def copystat(src, dst, *, follow_symlinks=True):
    """Copies permissions and times."""
    if not follow_symlinks and os.path.islink(src) and os.path.islink(dst):
        return
    st = os.stat(src)
    if hasattr(os, 'utime'):
        os.utime(dst, ns=(st.st_atime_ns, st.st_mtime_ns))
    os.chmod(dst, stat.S_IMODE(st.st_mode))


def _copy_with(function, src, dst, follow_symlinks):
    target = os.path.join(dst, os.path.basename(src)) if os.path.isdir(dst) else dst
    for step in (copyfile, function):
        step(src, target, follow_symlinks=follow_symlinks)
    return target


def copy(src, dst, *, follow_symlinks=True):
    """Copies content and permissions, to a file or into a folder; returns where the copy is."""
    return _copy_with(copymode, src, dst, follow_symlinks)


def copy2(src, dst, *, follow_symlinks=True):
    """Copies content, permissions and times."""
    return _copy_with(copystat, src, dst, follow_symlinks)


def ignore_patterns(*patterns):
    """An `ignore` for copytree: leaves out names that match."""
    def ignore(path, names):
        return {name for pattern in patterns for name in fnmatch.filter(names, pattern)}
    return ignore


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False,
             dirs_exist_ok=False):
    """Copies a folder and all that is in it; returns the destination."""
    names = os.listdir(src)
    ignored = ignore(os.fspath(src), names) if ignore is not None else ()
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    errors = []
    for name in names:
        if name in ignored:
            continue
        source, target = os.path.join(src, name), os.path.join(dst, name)
        try:
            if os.path.islink(source) and symlinks:
                _copy_link(source, target)
                copystat(source, target, follow_symlinks=False)
            elif os.path.islink(source) and ignore_dangling_symlinks and not os.path.exists(source):
                continue
            elif os.path.isdir(source):
                copytree(source, target, symlinks, ignore, copy_function, ignore_dangling_symlinks, dirs_exist_ok)
            else:
                copy_function(source, target)
        except Error as err:
            errors += err.args[0]
        except OSError as why:
            errors.append((source, target, str(why)))
    try:
        copystat(src, dst)
    except OSError as why:
        errors.append((src, dst, str(why)))
    if errors:
        raise Error(errors)
    return dst


def rmtree(path, ignore_errors=False, onerror=None, *, onexc=None, dir_fd=None):
    """Removes a folder and all that is in it. onexc(function, path, exception) is called for what cannot be removed."""
    if ignore_errors:
        def handle(function, path, exc):
            pass
    elif onexc is not None:
        handle = onexc
    elif onerror is not None:
        def handle(function, path, exc):
            onerror(function, path, (type(exc), exc, exc.__traceback__))
    else:
        def handle(function, path, exc):
            raise exc
    try:
        mode = os.lstat(path, dir_fd=dir_fd).st_mode
    except OSError as err:
        handle(os.lstat, path, err)
        return
    try:
        if stat.S_ISLNK(mode):
            raise OSError("Cannot call rmtree on a symbolic link")
    except OSError as err:
        err.filename = path
        handle(os.path.islink, path, err)
        return
    _Removal(handle).remove(os.fspath(path), dir_fd)


# Every folder is opened below its parent's descriptor and never through a link, so nobody can lead this elsewhere.
rmtree.avoids_symlink_attacks = True


class _Removal:
    """Removes folders, told who is to hear of what does not work."""

    def __init__(self, handle):
        self.handle = handle

    def attempt(self, function, path, *args, missing=None, **kwargs):
        """Calls the function; on an error hands it over, with the whole path, and returns None."""
        try:
            return function(*args, **kwargs)
        except OSError as err:
            if missing is None or not isinstance(err, missing):
                err.filename = path
                self.handle(os.scandir if isinstance(err, NotADirectoryError) and function is os.open else function,
                            path, err)

    def enter(self, open_folders, name, path, dir_fd, missing=None):
        flags = os.O_RDONLY | os.O_NONBLOCK | os.O_DIRECTORY | os.O_NOFOLLOW
        fd = self.attempt(os.open, path, name, flags, dir_fd=dir_fd, missing=missing)
        if fd is None:
            return
        open_folders.append((fd, path, entries := []))
        found = self.attempt(os.scandir, path, fd)
        if found is not None:
            with found:
                entries += [(entry.name, entry.is_dir(follow_symlinks=False)) for entry in found]

    def remove(self, top, dir_fd):
        # Folders that are being emptied, each with its descriptor and what is still to be looked at.
        open_folders = []
        try:
            self.enter(open_folders, top, top, dir_fd)
            while open_folders:
                fd, path, entries = open_folders[-1]
                if entries:
                    name, is_folder = entries.pop()
                    inner = os.path.join(path, os.fsencode(name) if isinstance(path, bytes) else name)
                    if not is_folder:
                        self.attempt(os.unlink, inner, name, dir_fd=fd, missing=FileNotFoundError)
                        continue
                    depth = len(open_folders)
                    self.enter(open_folders, name, inner, fd, FileNotFoundError)
                    if len(open_folders) == depth:
                        self.attempt(os.rmdir, inner, name, dir_fd=fd, missing=FileNotFoundError)
                    continue
                open_folders.pop()
                self.attempt(os.close, path, fd)
                if open_folders:
                    self.attempt(os.rmdir, path, os.path.basename(path), dir_fd=open_folders[-1][0],
                                 missing=FileNotFoundError)
            self.attempt(os.rmdir, top, top, dir_fd=dir_fd)
        finally:
            for fd, _, _ in open_folders:
                self.attempt(os.close, path, fd)


def move(src, dst, copy_function=copy2):
    """Moves a file or folder, to a name or into a folder; returns where it is then."""
    real = dst
    if os.path.isdir(dst):
        if _same_file(src, dst) and not os.path.islink(src):
            os.rename(src, dst)
            return
        real = os.path.join(dst, os.path.basename(os.fspath(src).rstrip(os.sep)))
        if os.path.exists(real):
            raise Error(f"Destination path '{real}' already exists")
    try:
        os.rename(src, real)
    except OSError:
        # Most probably another file system.
        if os.path.islink(src):
            _copy_link(src, real)
            os.unlink(src)
        elif os.path.isdir(src):
            inside = os.path.abspath(real) + os.sep
            if inside.startswith(os.path.abspath(src) + os.sep):
                raise Error(f"Cannot move a directory '{src}' into itself '{dst}'.")
            copytree(src, real, copy_function=copy_function, symlinks=True)
            rmtree(src)
        else:
            copy_function(src, real)
            os.unlink(src)
    return real


def which(cmd, mode=os.F_OK | os.X_OK, path=None):
    """The file that a command runs, looked for in the folders of PATH; None: there is none."""
    def usable(name):
        return os.path.exists(name) and os.access(name, mode) and not os.path.isdir(name)
    cmd = os.fspath(cmd)
    if os.path.dirname(cmd):
        return cmd if usable(cmd) else None
    if path is None:
        path = os.environ.get("PATH")
        if path is None:
            try:
                path = os.confstr("CS_PATH")
            except (AttributeError, ValueError):
                path = os.defpath
    if not path:
        return None
    path = os.fsdecode(path)
    for folder in dict.fromkeys(path.split(os.pathsep)):
        name = os.path.join(os.fsencode(folder) if isinstance(cmd, bytes) else folder, cmd)
        if usable(name):
            return name
    return None


_Usage = namedtuple('usage', 'total used free')


def disk_usage(path):
    """(total, used, free) of the file system that a path is on, in bytes."""
    found = os.statvfs(path)
    size = found.f_frsize
    return _Usage(found.f_blocks * size, (found.f_blocks - found.f_bfree) * size, found.f_bavail * size)


def get_terminal_size(fallback=(80, 24)):
    """(columns, lines) of the terminal: from COLUMNS and LINES, or asked; else the fallback."""
    def given(name):
        value = os.environ.get(name, '')
        try:
            return max(int(value), 0)
        except ValueError:
            return 0

    sizes = given('COLUMNS'), given('LINES')
    if not all(sizes):
        try:
            asked = os.get_terminal_size(sys.__stdout__.fileno())
        except (OSError, ValueError, AttributeError):   # no terminal, closed, or no file at all
            asked = fallback
        sizes = [size or other or last for size, other, last in zip(sizes, asked, fallback)]
    return os.terminal_size(sizes)
