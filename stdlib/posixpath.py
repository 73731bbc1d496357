"""Paths as text: os.path."""
import stat as _stat
from posix import fspath as _fspath, getcwd as _getcwd, lstat as _lstat, readlink as _readlink, stat as _os_stat

curdir, pardir, extsep, sep, pathsep, altsep, devnull = '.', '..', '.', '/', ':', None, '/dev/null'
defpath = '/bin:/usr/bin'
supports_unicode_filenames = False


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
    slash = b'/' if isinstance(path, bytes) else '/'
    for part in map(_fspath, p):
        if type(part) is not type(path):
            raise TypeError("Can't mix strings and bytes in path components")
        if part.startswith(slash) or not path:
            path = part
        else:
            path += part if path.endswith(slash) else slash + part
    return path


def split(p):
    """(head, tail): tail is what is behind the last slash."""
    p = _fspath(p)
    slash = b'/' if isinstance(p, bytes) else '/'
    i = p.rfind(slash) + 1
    head, tail = p[:i], p[i:]
    return (head.rstrip(slash) or head, tail)


def basename(p):
    """The last part of a path."""
    return split(p)[1]


def dirname(p):
    """A path without its last part."""
    return split(p)[0]


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


def splitroot(p):
    """(drive, root, rest)."""
    p = _fspath(p)
    slash, empty = (b'/', b'') if isinstance(p, bytes) else ('/', '')
    if not p.startswith(slash):
        return empty, empty, p
    double = p.startswith(slash * 2) and not p.startswith(slash * 3)
    n = 2 if double else 1
    return empty, p[:n], p[n:]


def normpath(path):
    """A path without empty, '.' and avoidable '..' parts."""
    path = _fspath(path)
    slash, dot, dotdot = (b'/', b'.', b'..') if isinstance(path, bytes) else ('/', '.', '..')
    if not path:
        return dot
    root = splitroot(path)[1]
    parts = []
    for part in path.split(slash):
        if not part or part == dot:
            continue
        if part != dotdot or (not root and not parts) or (parts and parts[-1] == dotdot):
            parts.append(part)
        elif parts:
            parts.pop()
    return root + slash.join(parts) or dot


def abspath(path):
    """The path from the root on."""
    path = _fspath(path)
    if not isabs(path):
        path = join(_getcwd().encode() if isinstance(path, bytes) else _getcwd(), path)
    return normpath(path)


def realpath(filename, *, strict=False):
    """The path from the root on, with symbolic links resolved."""
    path, seen = abspath(filename), 0
    slash = b'/' if isinstance(path, bytes) else '/'
    done, rest = slash, path.split(slash)[::-1]
    while rest:
        part = rest.pop()
        if not part:
            continue
        step = join(done, part)
        try:
            link = _readlink(step) if _stat.S_ISLNK(_lstat(step).st_mode) else None
        except OSError:
            if strict:
                raise
            link = None
        if link is None or seen > 40:
            done = step
            continue
        seen += 1
        target = normpath(join(done, link))
        done, rest = slash, rest + target.split(slash)[::-1]
    return done


def relpath(path, start=curdir):
    """The path as it is seen from start."""
    if not path:
        raise ValueError('no path specified')
    here = [x for x in abspath(start).split('/') if x]
    there = [x for x in abspath(path).split('/') if x]
    common = len(commonprefix([here, there]))
    return '/'.join(['..'] * (len(here) - common) + there[common:]) or '.'


def commonprefix(m):
    """The longest beginning that all have in common."""
    if not m:
        return ''
    least, most = min(m), max(m)
    for i, c in enumerate(least):
        if c != most[i]:
            return least[:i]
    return least


def commonpath(paths):
    """The longest path that all are below."""
    paths = [_fspath(p) for p in paths]
    if not paths:
        raise ValueError('commonpath() arg is an empty sequence')
    if len({isabs(p) for p in paths}) != 1:
        raise ValueError("Can't mix absolute and relative paths")
    parts = commonprefix([[x for x in p.split('/') if x and x != '.'] for p in paths])
    return ('/' if isabs(paths[0]) else '') + '/'.join(parts)


def _status(path, stat=_os_stat):
    try:
        return stat(path)
    except (OSError, ValueError):
        return None


def exists(path):
    """Is there such a file or folder?"""
    return _status(path) is not None


def lexists(path):
    """Is there such a name, be it a broken link?"""
    return _status(path, _lstat) is not None


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
    s = _status(path, _lstat)
    return s is not None and _stat.S_ISLNK(s.st_mode)


def ismount(path):
    """Does another file system begin here?"""
    here, above = _status(path, _lstat), _status(join(path, '..'))
    return here is not None and above is not None and (here.st_dev != above.st_dev or here.st_ino == above.st_ino)


def getsize(filename):
    """Bytes of a file."""
    return _os_stat(filename).st_size


def getmtime(filename):
    """When the file last changed."""
    return _os_stat(filename).st_mtime


def getatime(filename):
    """When the file was last read."""
    return _os_stat(filename).st_atime


def getctime(filename):
    """When the file's inode last changed."""
    return _os_stat(filename).st_ctime


def samestat(s1, s2):
    """Are two stat() results of one file?"""
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev


def samefile(f1, f2):
    """Do two paths lead to one file?"""
    return samestat(_os_stat(f1), _os_stat(f2))


def expanduser(path):
    """~ at the beginning replaced by the home folder."""
    import os
    path = _fspath(path)
    if path == '~' or path.startswith('~/'):
        return os.environ.get('HOME', '~').rstrip('/') + path[1:] or '/'
    return path


def expandvars(path):
    """$name and ${name} replaced by variables of the environment."""
    import os
    path, out = _fspath(path), []
    while '$' in path:
        before, _, rest = path.partition('$')
        out.append(before)
        if rest.startswith('{') and '}' in rest:
            name, _, path = rest[1:].partition('}')
            out.append(os.environ.get(name, '${' + name + '}'))
            continue
        n = 0
        while n < len(rest) and (rest[n].isalnum() or rest[n] == '_'):
            n += 1
        name, path = rest[:n], rest[n:]
        out.append(os.environ.get(name, '$' + name) if name else '$')
    return ''.join(out) + path
