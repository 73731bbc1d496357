"""Paths as objects. PurePosixPath only computes with them; Path also asks the file system.

A path is kept as its root and its parts, which are made when somebody asks for them.
"""

import fnmatch
import io
import os
import posixpath
import re
import stat as _stat

__all__ = ["PurePath", "PurePosixPath", "Path", "PosixPath", "UnsupportedOperation"]


class UnsupportedOperation(NotImplementedError):
    """The system cannot do this."""

    __module__ = 'pathlib'


class _Parents:
    """The ancestors of a path, the nearest first."""

    def __init__(self, path):
        self._path = path
        self._tail = path._tail

    def __len__(self):
        return len(self._tail)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self))))
        if index >= len(self) or index < -len(self):
            raise IndexError(index)
        if index < 0:
            index += len(self)
        return self._path._from_parts(self._path.root, self._tail[:-index - 1])

    def __iter__(self):
        return (self[i] for i in range(len(self)))

    def __reversed__(self):
        return (self[i] for i in range(len(self) - 1, -1, -1))

    def __contains__(self, path):
        return any(path == parent for parent in self)

    def __repr__(self):
        return f"<{type(self._path).__name__}.parents>"


class PurePath:
    """A path that is only text."""

    __slots__ = ('_given', '_root_text', '_parts_list', '_text', '_hash')

    parser = posixpath
    drive = ''

    def __new__(cls, *args, **kwargs):
        return object.__new__(PurePosixPath if cls is PurePath else cls)

    def __init__(self, *args):
        self._parts_list = None
        self._given = given = []
        for arg in args:
            if type(arg) is str:
                given.append(arg)
                continue
            if isinstance(arg, PurePath):
                given += arg._given
                continue
            try:
                text = os.fspath(arg)
            except TypeError:
                text = arg
            if not isinstance(text, str):
                raise TypeError("argument should be a str or an os.PathLike object where __fspath__ returns a str, not "
                                f"{type(text).__name__!r}")
            given.append(text)

    @property
    def _raw(self):
        """The text as it was given, put together."""
        given = self._given
        if len(given) > 1:
            self._given = given = [posixpath.join(*given)]
        return given[0] if given else ''

    def _parse(self):
        text = self._raw
        root = ''
        if text.startswith('/'):
            # Two slashes, and no more, mean something to the system.
            root = '//' if text.startswith('//') and not text.startswith('///') else '/'
        self._root_text = root
        self._parts_list = [part for part in text.split('/') if part and part != '.']

    @property
    def _tail(self):
        if self._parts_list is None:
            self._parse()
        return self._parts_list

    @property
    def root(self):
        self._tail
        return self._root_text

    def _from_parts(self, root, parts):
        text = root + '/'.join(parts)
        path = self.with_segments(text)
        path._root_text, path._parts_list, path._text = root, parts, text or '.'
        return path

    def with_segments(self, *pathsegments):
        """A path of the same kind: what all that derive paths from this one call."""
        return type(self)(*pathsegments)

    def __reduce__(self):
        return self.__class__, tuple(self.parts)

    def __str__(self):
        try:
            return self._text
        except AttributeError:
            tail = self._tail
            self._text = self._root_text + '/'.join(tail) or '.'
            return self._text

    def __fspath__(self):
        return str(self)

    def __bytes__(self):
        return os.fsencode(self)

    def __repr__(self):
        return f"{type(self).__name__}({self.as_posix()!r})"

    def as_posix(self):
        """The text with forward slashes."""
        return str(self)

    def as_uri(self):
        """A file: URI."""
        import warnings
        warnings.warn("pathlib.PurePath.as_uri() is deprecated and scheduled for removal in Python 3.19. "
                      "Use pathlib.Path.as_uri().", DeprecationWarning, stacklevel=2)
        return self._uri()

    def _uri(self):
        if not self.is_absolute():
            raise ValueError("relative paths can't be expressed as file URIs")
        safe = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~/")
        return 'file://' + ''.join(chr(b) if b in safe else f'%{b:02X}' for b in bytes(self))

    def __hash__(self):
        try:
            return self._hash
        except AttributeError:
            self._hash = hash(str(self))
            return self._hash

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return str(self) == str(other)

    def _order(self):
        return str(self).split('/')

    def __lt__(self, other):
        return self._order() < other._order() if isinstance(other, PurePath) else NotImplemented

    def __le__(self, other):
        return self._order() <= other._order() if isinstance(other, PurePath) else NotImplemented

    def __gt__(self, other):
        return self._order() > other._order() if isinstance(other, PurePath) else NotImplemented

    def __ge__(self, other):
        return self._order() >= other._order() if isinstance(other, PurePath) else NotImplemented

    def __truediv__(self, key):
        try:
            return self.with_segments(self, key)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return self.with_segments(key, self)
        except TypeError:
            return NotImplemented

    def joinpath(self, *pathsegments):
        return self.with_segments(self, *pathsegments)

    # --- parts

    @property
    def anchor(self):
        """Drive and root."""
        return self.root

    @property
    def parts(self):
        tail = self._tail
        return (self._root_text, *tail) if self._root_text else tuple(tail)

    @property
    def name(self):
        """The last part."""
        if self._parts_list is None:
            self._parse()
        tail = self._parts_list
        return tail[-1] if tail else ''

    @property
    def suffix(self):
        """The end of the name from its last dot on."""
        name = self.name
        at = name.rfind('.')
        return name[at:] if at > 0 and name[:at].strip('.') else ''

    @property
    def suffixes(self):
        """All ends of the name that begin with a dot."""
        return ['.' + end for end in self.name.lstrip('.').split('.')[1:]]

    @property
    def stem(self):
        """The name without its suffix."""
        name = self.name
        at = name.rfind('.')
        return name[:at] if at > 0 and name[:at].strip('.') else name

    @property
    def parent(self):
        if self._parts_list is None:
            self._parse()
        tail = self._parts_list
        return self._from_parts(self._root_text, tail[:-1]) if tail else self

    @property
    def parents(self):
        return _Parents(self)

    def with_name(self, name):
        if not name or '/' in name or name == '.':
            raise ValueError(f"Invalid name {name!r}")
        tail = self._tail
        if not tail:
            raise ValueError(f"{self!r} has an empty name")
        return self._from_parts(self._root_text, tail[:-1] + [name])

    def with_stem(self, stem):
        suffix = self.suffix
        if not suffix:
            return self.with_name(stem)
        if not stem:
            raise ValueError(f"{self!r} has a non-empty suffix")
        return self.with_name(stem + suffix)

    def with_suffix(self, suffix):
        stem = self.stem
        if not stem:
            raise ValueError(f"{self!r} has an empty name")
        if suffix and not suffix.startswith('.'):
            raise ValueError(f"Invalid suffix {suffix!r}")
        return self.with_name(stem + suffix)

    def relative_to(self, other, *, walk_up=False):
        """The path as seen from another one; with walk_up also through '..'."""
        other = self._as_path(other)
        for step, path in enumerate([other, *other.parents]):
            if self._is_at_or_below(path):
                break
            if not walk_up:
                raise ValueError(f"{str(self)!r} is not in the subpath of {str(other)!r}")
            if path.name == '..':
                raise ValueError(f"'..' segment in {str(other)!r} cannot be walked")
        else:
            raise ValueError(f"{str(self)!r} and {str(other)!r} have different anchors")
        return self._from_parts('', ['..'] * step + self._tail[len(path._tail):])

    def is_relative_to(self, other):
        return self._is_at_or_below(self._as_path(other))

    def _as_path(self, other):
        return other if isinstance(other, PurePath) else self.with_segments(other)

    def _is_at_or_below(self, other):
        tail = other._tail
        return self._tail[:len(tail)] == tail and self._root_text == other._root_text

    def is_absolute(self):
        return any(text.startswith('/') for text in self._given)

    def match(self, path_pattern, *, case_sensitive=None):
        """Does the pattern match the path, or its end if the pattern is relative?"""
        pattern = self._as_path(path_pattern)
        parts, patterns = self.parts[::-1], pattern.parts[::-1]
        if not patterns:
            raise ValueError("empty pattern")
        if len(parts) < len(patterns) or len(parts) > len(patterns) and pattern.anchor:
            return False
        return all(_matcher(each, case_sensitive)(part) for part, each in zip(parts, patterns))

    def full_match(self, pattern, *, case_sensitive=None):
        """Does the pattern match the whole path? ** stands for any number of folders."""
        import glob
        pattern = self._as_path(pattern)
        flags = re.NOFLAG if case_sensitive in (None, True) else re.IGNORECASE
        text = str(pattern) if pattern.parts else ''
        found = re.match(glob.translate(text, recursive=True, include_hidden=True, seps='/'),
                         str(self) if self.parts else '', flags)
        return found is not None


class PurePosixPath(PurePath):
    """A path with slashes."""

    __slots__ = ()


class Path(PurePath):
    """A path in the file system."""

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        return object.__new__(PosixPath if cls is Path else cls)

    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        home = os.path.expanduser("~")
        if home == "~":
            raise RuntimeError("Could not determine home directory.")
        return cls(home)

    @classmethod
    def from_uri(cls, uri):
        """The path of a file: URI."""
        if not uri.startswith('file:'):
            raise ValueError(f"URI does not start with 'file:': {uri!r}")
        text = uri[5:]
        if text.startswith('///'):
            text = text[2:]
        elif text.startswith('//localhost/'):
            text = text[11:]
        parts = text.encode().split(b'%')
        data = parts[0] + b''.join(bytes([int(part[:2], 16)]) + part[2:] for part in parts[1:])
        path = cls(os.fsdecode(data))
        if not path.is_absolute():
            raise ValueError(f"URI is not absolute: {uri!r}")
        return path

    def as_uri(self):
        """A file: URI."""
        return self._uri()

    # --- asking

    def stat(self, *, follow_symlinks=True):
        return os.stat(self) if follow_symlinks else os.lstat(self)

    def lstat(self):
        return os.lstat(self)

    def exists(self, *, follow_symlinks=True):
        return os.path.exists(self) if follow_symlinks else os.path.lexists(self)

    def is_dir(self, *, follow_symlinks=True):
        return self._has_kind(_stat.S_ISDIR, follow_symlinks)

    def is_file(self, *, follow_symlinks=True):
        return self._has_kind(_stat.S_ISREG, follow_symlinks)

    def _has_kind(self, test, follow_symlinks=True):
        try:
            return test(self.stat(follow_symlinks=follow_symlinks).st_mode)
        except (OSError, ValueError):
            return False

    def is_symlink(self):
        return os.path.islink(self)

    def is_mount(self):
        return os.path.ismount(self)

    def is_junction(self):
        return False

    def is_fifo(self):
        return self._has_kind(_stat.S_ISFIFO)

    def is_socket(self):
        return self._has_kind(_stat.S_ISSOCK)

    def is_block_device(self):
        return self._has_kind(_stat.S_ISBLK)

    def is_char_device(self):
        return self._has_kind(_stat.S_ISCHR)

    def samefile(self, other_path):
        return os.path.samefile(self, other_path)

    def absolute(self):
        """From the root on, without looking at links."""
        return self if self.is_absolute() else self.with_segments(os.getcwd(), self)

    def resolve(self, strict=False):
        """From the root on, with links followed and '..' taken out."""
        text = os.path.realpath(self)
        if strict:
            os.stat(text)
        return self.with_segments(text)

    def expanduser(self):
        if self._tail and not self.root and self._tail[0][:1] == '~':
            home = os.path.expanduser(self._tail[0])
            if home[:1] == '~':
                raise RuntimeError("Could not determine home directory.")
            return self.with_segments(home, *self._tail[1:])
        return self

    def readlink(self):
        return self.with_segments(os.readlink(self))

    # --- folders

    def iterdir(self):
        """The paths in the folder, in no particular order."""
        prefix = self._prefix()
        return (self.with_segments(prefix + name) for name in os.listdir(self))

    def _prefix(self):
        """The text that the name of an entry goes behind."""
        text = str(self)
        return '' if text == '.' else text if text.endswith('/') else text + '/'

    def glob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        """The paths below this one that match a pattern."""
        pattern = self._as_path(pattern)
        if pattern.anchor:
            raise NotImplementedError("Non-relative patterns are unsupported")
        parts = list(pattern._tail)
        if not parts:
            raise ValueError(f"Unacceptable pattern: {pattern._raw!r}")
        if pattern._raw.endswith('/'):
            parts.append('')
        return self._select(parts, case_sensitive, recurse_symlinks)

    def _select(self, parts, case_sensitive, recurse_symlinks):
        return map(self.with_segments, _Glob(case_sensitive, recurse_symlinks).below(self._prefix(), parts))

    def rglob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        """The same at any depth."""
        pattern = self._as_path(pattern)
        if pattern.anchor:
            raise NotImplementedError("Non-relative patterns are unsupported")
        parts = ['**', *pattern._tail]
        if pattern._raw.endswith('/'):
            parts.append('')
        return self._select(parts, case_sensitive, recurse_symlinks)

    def walk(self, top_down=True, on_error=None, follow_symlinks=False):
        """(folder, names of folders, names of files) for each folder below."""
        for folder, dirs, files in os.walk(str(self), top_down, on_error, follow_symlinks):
            yield self.with_segments(folder), dirs, files

    # --- content

    def open(self, mode='r', buffering=-1, encoding=None, errors=None, newline=None):
        return io.open(os.fspath(self), mode, buffering, encoding, errors, newline)

    def read_bytes(self):
        with self.open('rb') as f:
            return f.read()

    def read_text(self, encoding=None, errors=None, newline=None):
        with self.open('r', encoding=encoding, errors=errors, newline=newline) as f:
            return f.read()

    def write_bytes(self, data):
        view = memoryview(data)
        with self.open('wb') as f:
            return f.write(view)

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError(f'data must be str, not {data.__class__.__name__}')
        with self.open('w', encoding=encoding, errors=errors, newline=newline) as f:
            return f.write(data)

    # --- changing

    def touch(self, mode=0o666, exist_ok=True):
        """Makes the file if it is not there."""
        flags = os.O_CREAT | os.O_WRONLY | (0 if exist_ok else os.O_EXCL)
        os.close(os.open(self, flags, mode))
        if exist_ok and hasattr(os, 'utime'):
            os.utime(self, None)

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        try:
            os.mkdir(self, mode)
        except FileNotFoundError:
            above = self.parent
            if above == self or not parents:
                raise
            above.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, exist_ok=exist_ok)
        except OSError:
            if not (exist_ok and self.is_dir()):
                raise

    def chmod(self, mode, *, follow_symlinks=True):
        os.chmod(self, mode)

    def unlink(self, missing_ok=False):
        try:
            os.unlink(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rmdir(self):
        os.rmdir(self)

    def rename(self, target):
        os.rename(self, target)
        return self.with_segments(target)

    def replace(self, target):
        os.replace(self, target)
        return self.with_segments(target)

    def symlink_to(self, target, target_is_directory=False):
        os.symlink(target, self)

    def hardlink_to(self, target):
        os.link(target, self)

    def copy(self, target, *, follow_symlinks=True, preserve_metadata=False):
        """Copies the file, or the folder with all that is in it."""
        import shutil
        if self.is_dir() and (follow_symlinks or not self.is_symlink()):
            shutil.copytree(self, target, symlinks=not follow_symlinks, copy_function=shutil.copy2)
        else:
            shutil.copyfile(self, target, follow_symlinks=follow_symlinks)
            if preserve_metadata:
                shutil.copystat(self, target, follow_symlinks=follow_symlinks)
        return self.with_segments(target)

    def copy_into(self, target_dir, **kwargs):
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        return self.copy(self.with_segments(target_dir, self.name), **kwargs)

    def move(self, target):
        """Moves the file or folder, also to another file system."""
        try:
            return self.replace(target)
        except OSError as e:
            if e.errno != _EXDEV:
                raise
        import shutil
        shutil.move(self, target)
        return self.with_segments(target)

    def move_into(self, target_dir):
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        return self.move(self.with_segments(target_dir, self.name))


class PosixPath(Path, PurePosixPath):
    """A path in the file system of a POSIX system."""

    __slots__ = ()


_EXDEV = 18    # the two are on different file systems


def _matcher(pattern, case_sensitive):
    """The function that says whether one part matches."""
    if case_sensitive is None or case_sensitive:
        return fnmatch._matcher(pattern)
    return re.compile(fnmatch.translate(pattern), re.IGNORECASE).match


class _Glob:
    """A search by the parts of a pattern. Paths are texts meanwhile: that of a folder ends with a slash, or is empty."""

    def __init__(self, case_sensitive, through_links):
        self.case_sensitive, self.through_links = case_sensitive, through_links
        self.literal = case_sensitive is None or case_sensitive

    def below(self, folder, parts):
        """What the parts match in a folder."""
        if not parts:
            if os.path.lexists(folder or '.'):
                yield folder
            return
        part = parts[0]
        if part == '':
            if os.path.isdir(folder or '.'):
                yield folder
        elif part == '**':
            yield from self.at_any_depth(folder, parts[1:])
        elif part == '..' or self.literal and not any(c in part for c in '*?['):
            if len(parts) > 1:
                yield from self.below(folder + part + '/', parts[1:])
            elif os.path.lexists(folder + part):
                yield folder + part
        else:
            yield from self.among(folder, _entries(folder), parts)

    def among(self, folder, entries, parts):
        """The same for a first part that is looked for among the folder's entries."""
        match, rest = _matcher(parts[0], self.case_sensitive), parts[1:]
        for entry in entries:
            if match(entry.name):
                if not rest:
                    yield folder + entry.name
                elif _is_dir(entry, True):
                    yield from self.below(f'{folder}{entry.name}/', rest)

    def at_any_depth(self, folder, rest):
        while rest and rest[0] == '**':
            rest = rest[1:]
        wild = rest and rest[0] != '' and (not self.literal or any(c in rest[0] for c in '*?['))
        seen = set()
        for inner, entries in self.folders(folder):
            if not rest:
                files = [inner + entry.name for entry in entries if not _is_dir(entry, self.through_links)]
                found = [inner, *files]
            else:
                found = self.among(inner, entries, rest) if wild else self.below(inner, rest)
            for path in found:
                if path not in seen:
                    seen.add(path)
                    yield path

    def folders(self, folder):
        """The folder and those below it, each with its entries."""
        waiting = [folder] if os.path.isdir(folder or '.') else []
        while waiting:
            folder = waiting.pop()
            entries = _entries(folder)
            yield folder, entries
            inner = [f'{folder}{entry.name}/' for entry in entries if _is_dir(entry, self.through_links)]
            waiting += reversed(inner)


def _entries(folder):
    try:
        with os.scandir(folder or '.') as entries:
            return list(entries)
    except OSError:
        return []


def _is_dir(entry, through_links):
    try:
        return entry.is_dir(follow_symlinks=through_links)
    except OSError:
        return False
