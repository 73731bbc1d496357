"""Paths as text: os.path.

A path is a str or bytes; each function works on the kind it is given. What looks at files does so through os, so that a
program which replaces os.stat is heard here, too.
"""

# os takes these from here while it is being imported.
curdir, pardir, extsep, sep, pathsep, altsep, devnull = '.', '..', '.', '/', ':', None, '/dev/null'
defpath = '/bin:/usr/bin'
supports_unicode_filenames = False

import os as _os
import stat as _stat
from posix import _join, _path_normpath as normpath, _path_splitroot_ex as splitroot, fspath as _fspath

__all__ = ['ALLOW_MISSING', 'abspath', 'altsep', 'basename', 'commonpath', 'commonprefix', 'curdir', 'defpath', 'devnull',
           'dirname', 'exists', 'expanduser', 'expandvars', 'extsep', 'getatime', 'getctime', 'getmtime', 'getsize',
           'isabs', 'isdevdrive', 'isdir', 'isfile', 'isjunction', 'islink', 'ismount', 'join', 'lexists', 'normcase',
           'normpath', 'pardir', 'pathsep', 'realpath', 'relpath', 'samefile', 'sameopenfile', 'samestat', 'sep', 'split',
           'splitdrive', 'splitext', 'splitroot', 'supports_unicode_filenames']


class _AllowMissing:
    """For realpath(strict=): only what does not exist is let pass."""

    def __repr__(self):
        return 'os.path.ALLOW_MISSING'

    def __reduce__(self):
        return 'ALLOW_MISSING'


ALLOW_MISSING = _AllowMissing()


def _one_kind(function, *paths):
    """TypeError that names the function, unless all paths are str or all are bytes."""
    for path in paths:
        if not isinstance(path, (str, bytes)):
            message = f'{function}() argument must be str, bytes, or os.PathLike object, not {type(path).__name__!r}'
            raise TypeError(message) from None
    if len({isinstance(path, bytes) for path in paths}) > 1:
        raise TypeError("Can't mix strings and bytes in path components") from None


def normcase(s):
    """A path as it is compared: unchanged."""
    return _fspath(s)


def isabs(s):
    """Does the path begin at the root?"""
    s = _fspath(s)
    return s.startswith(b'/' if isinstance(s, bytes) else '/')


def join(a, /, *p):
    """Parts put together; one that is absolute makes those before it void."""
    path = _fspath(a)
    try:
        return _join(path, p)
    except TypeError:
        _one_kind('join', path, *p)     # which says what is wrong
        raise


def split(p):
    """(head, tail): tail is what is behind the last slash."""
    p = _fspath(p)
    slash = b'/' if isinstance(p, bytes) else '/'
    i = p.rfind(slash) + 1
    head, tail = p[:i], p[i:]
    return (head.rstrip(slash) or head, tail)


def basename(p):
    """The last part of a path."""
    p = _fspath(p)
    return p[p.rfind(b'/' if isinstance(p, bytes) else '/') + 1:]


def dirname(p):
    """A path without its last part."""
    p = _fspath(p)
    slash = b'/' if isinstance(p, bytes) else '/'
    head = p[:p.rfind(slash) + 1]
    return head.rstrip(slash) or head


def splitext(p):
    """(root, extension): the extension begins with the last dot of the last part, unless that part begins with it."""
    p = _fspath(p)
    dot, slash = (b'.', b'/') if isinstance(p, bytes) else ('.', '/')
    start = p.rfind(slash) + 1
    at = p.rfind(dot)
    if at > start and p[start:at].strip(dot):
        return p[:at], p[at:]
    return p, p[:0]


def splitdrive(p):
    """('', path): there are no drives."""
    p = _fspath(p)
    return p[:0], p


def _working_folder(like):
    return _os.getcwdb() if isinstance(like, bytes) else _os.getcwd()


def abspath(path):
    """The path from the root on."""
    path = _fspath(path)
    return normpath(path if isabs(path) else join(_working_folder(path), path))


def realpath(filename, /, *, strict=False):
    """The path from the root on, with symbolic links resolved.

    strict says what else may happen than that all of it is there: False lets every trouble pass, ALLOW_MISSING only
    what does not exist.
    """
    path = _fspath(filename)
    slash, dot, dotdot = (b'/', b'.', b'..') if isinstance(path, bytes) else ('/', '.', '..')
    tolerated = FileNotFoundError if strict is ALLOW_MISSING else () if strict else OSError
    done = slash if path.startswith(slash) else _working_folder(path)
    # Parts that are still to be taken, the next one last; a tuple with a link says that it is resolved there.
    rest = path.split(slash)[::-1]
    resolved = {}
    while rest:
        part = rest.pop()
        if isinstance(part, tuple):
            resolved[part[0]] = done
            continue
        if not part or part == dot:
            continue
        if part == dotdot:
            done = dirname(done)
            continue
        step = join(done, part)
        done_before, done = done, step
        try:
            mode = _os.lstat(step).st_mode
            if not _stat.S_ISLNK(mode):
                if strict and not _stat.S_ISDIR(mode) and not all(isinstance(each, tuple) for each in rest):
                    _os.stat(join(step, dot))       # which says that this is no folder
                continue
            if step in resolved:
                if resolved[step] is not None:
                    done = resolved[step]
                elif strict:
                    _os.stat(step)                  # which says that it goes round in circles
                continue
            target = _os.readlink(step)
        except tolerated:
            continue
        resolved[step] = None
        rest.append((step,))
        rest += target.split(slash)[::-1]
        done = slash if target.startswith(slash) else done_before
    return done


def relpath(path, start=None):
    """The path as it is seen from start."""
    path = _fspath(path)
    if not path:
        raise ValueError('no path specified')
    slash, dot, dotdot = (b'/', b'.', b'..') if isinstance(path, bytes) else ('/', '.', '..')
    start = dot if start is None else _fspath(start)
    _one_kind('relpath', path, start)
    here = [part for part in abspath(start).split(slash) if part]
    there = [part for part in abspath(path).split(slash) if part]
    common = len(commonprefix([here, there]))
    return slash.join([dotdot] * (len(here) - common) + there[common:]) or dot


def commonprefix(m, /):
    """The longest beginning that all have in common."""
    if not m:
        return ''
    if not isinstance(m[0], (list, tuple)):
        m = [_fspath(path) for path in m]
    least, most = min(m), max(m)
    for i, c in enumerate(least):
        if c != most[i]:
            return least[:i]
    return least


def commonpath(paths):
    """The longest path that all are below."""
    paths = tuple(map(_fspath, paths))
    _one_kind('commonpath', *paths)
    if not paths:
        raise ValueError('commonpath() arg is an empty sequence')
    slash, dot = (b'/', b'.') if isinstance(paths[0], bytes) else ('/', '.')
    if len({isabs(path) for path in paths}) != 1:
        raise ValueError("Can't mix absolute and relative paths")
    parts = commonprefix([[part for part in path.split(slash) if part and part != dot] for path in paths])
    return paths[0][:isabs(paths[0])] + slash.join(parts)


def _status(path, follow=True):
    try:
        return _os.stat(path) if follow else _os.lstat(path)
    except (OSError, ValueError):
        return None


def exists(path):
    """Is there such a file or folder?"""
    return _status(path) is not None


def lexists(path):
    """Is there such a name, be it a broken link?"""
    return _status(path, follow=False) is not None


def isfile(path):
    """Is it a file?"""
    s = _status(path)
    return s is not None and _stat.S_ISREG(s.st_mode)


def isdir(path):
    """Is it a folder?"""
    s = _status(path)
    return s is not None and _stat.S_ISDIR(s.st_mode)


def islink(path):
    """Is it a symbolic link?"""
    s = _status(path, follow=False)
    return s is not None and _stat.S_ISLNK(s.st_mode)


def isjunction(path):
    """Is it a junction? There are none here."""
    _fspath(path)
    return False


def isdevdrive(path):
    """Is it on a drive for developers? There are none here."""
    _fspath(path)
    return False


def ismount(path):
    """Does another file system begin here?"""
    here = _status(path, follow=False)
    if here is None or _stat.S_ISLNK(here.st_mode):
        return False
    path = _fspath(path)
    above = _status(realpath(join(path, b'..' if isinstance(path, bytes) else '..')), follow=False)
    return above is not None and (here.st_dev != above.st_dev or here.st_ino == above.st_ino)


def getsize(filename):
    """Bytes of a file."""
    return _os.stat(filename).st_size


def getmtime(filename):
    """When the file last changed."""
    return _os.stat(filename).st_mtime


def getatime(filename):
    """When the file was last read."""
    return _os.stat(filename).st_atime


def getctime(filename):
    """When the file's inode last changed."""
    return _os.stat(filename).st_ctime


def samestat(s1, s2):
    """Are two stat() results of one file?"""
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev


def samefile(f1, f2):
    """Do two paths lead to one file?"""
    return samestat(_os.stat(f1), _os.stat(f2))


def sameopenfile(fp1, fp2):
    """Do two descriptors belong to one file?"""
    return samestat(_os.fstat(fp1), _os.fstat(fp2))


def expanduser(path):
    """~ at the beginning replaced by the home folder; those of other users are not known."""
    path = _fspath(path)
    tilde, slash = (b'~', b'/') if isinstance(path, bytes) else ('~', '/')
    if (path != tilde and not path.startswith(tilde + slash)) or 'HOME' not in _os.environ:
        return path
    home = _os.environ['HOME']
    if isinstance(path, bytes):
        home = _os.fsencode(home)
    return home.rstrip(slash) + path[1:] or slash


def _variable_pattern(path):
    import re
    if isinstance(path, bytes):
        return re.compile(rb'\$(\w+|\{[^}]*\}?)')
    return re.compile(r'\$(\w+|\{[^}]*\}?)', re.ASCII)


def expandvars(path):
    """$name and ${name} replaced by variables of the environment."""
    path = _fspath(path)
    is_bytes = isinstance(path, bytes)
    if (b'$' if is_bytes else '$') not in path:
        return path
    opening, closing, variables = (b'{', b'}', getattr(_os, 'environb', None)) if is_bytes else ('{', '}', _os.environ)

    def value(match):
        name = match[1]
        if name.startswith(opening):
            if not name.endswith(closing):
                return match[0]
            name = name[1:-1]
        if variables is None:
            found = _os.environ.get(_os.fsdecode(name))
            return match[0] if found is None else _os.fsencode(found)
        return variables.get(name, match[0])

    return _variable_pattern(path).sub(value, path)
