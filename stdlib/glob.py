"""File names by patterns: *, ? and [...], and ** for folders at any depth."""

import fnmatch
import os
import re

__all__ = ["escape", "glob", "iglob", "translate"]

_magic = re.compile('[*?[]')
_magic_bytes = re.compile(b'[*?[]')


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """A list of the paths that match, in no particular order."""
    return list(iglob(pathname, root_dir=root_dir, dir_fd=dir_fd, recursive=recursive, include_hidden=include_hidden))


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """The same as an iterator."""
    root = os.fspath(root_dir) if root_dir is not None else pathname[:0]
    found = _iglob(pathname, root, recursive, False, include_hidden)
    if not pathname or recursive and _is_recursive(pathname[:2]):
        # ** matches the folder that it begins in too, as an empty name.
        first = next(found, None)
        if first:
            found = _with(first, found)
    return found


def _with(first, rest):
    yield first
    yield from rest


def _iglob(pathname, root, recursive, dironly, hidden):
    dirname, basename = os.path.split(pathname)
    if not has_magic(pathname):
        path = _join(root, pathname)
        if basename:
            if os.path.lexists(path):
                yield pathname
        elif os.path.isdir(_join(root, dirname)):
            yield pathname
        return
    if not dirname:
        if recursive and _is_recursive(basename):
            yield from _recursive(root, basename, dironly, hidden)
        else:
            yield from _matching(root, basename, dironly, hidden)
        return
    folders = [dirname]
    if has_magic(dirname) and dirname != pathname:
        folders = _iglob(dirname, root, recursive, True, hidden)
    for folder in folders:
        inside = _join(root, folder)
        if has_magic(basename):
            find = _recursive if recursive and _is_recursive(basename) else _matching
            names = find(inside, basename, dironly, hidden)
        elif basename:
            names = [basename] if os.path.lexists(_join(inside, basename)) else []
        else:
            names = [basename] if os.path.isdir(inside) else []
        for name in names:
            yield os.path.join(folder, name)


def _join(root, path):
    return os.path.join(root, path) if root and path else root or path


def _names(folder, dironly, like):
    """What a folder has; '' is the present one. `like` is a str or bytes, as the names are to be."""
    if not folder:
        folder = os.curdir if isinstance(like, str) else os.fsencode(os.curdir)
    try:
        names = os.listdir(folder)
    except OSError:
        return []
    if dironly:
        names = [name for name in names if os.path.isdir(os.path.join(folder, name))]
    return names


def _is_hidden(name):
    return name[:1] in ('.', b'.')


def _matching(folder, pattern, dironly, hidden):
    names = _names(folder, dironly, pattern)
    if not (hidden or _is_hidden(pattern)):
        names = [name for name in names if not _is_hidden(name)]
    return fnmatch.filter(names, pattern)


def _recursive(folder, pattern, dironly, hidden):
    if not folder or os.path.isdir(folder):
        yield pattern[:0]
    yield from _below(folder, dironly, hidden, pattern)


def _below(folder, dironly, hidden, like):
    for name in _names(folder, dironly, like):
        if hidden or not _is_hidden(name):
            yield name
            path = os.path.join(folder, name) if folder else name
            if os.path.isdir(path):
                for inner in _below(path, dironly, hidden, like):
                    yield os.path.join(name, inner)


def _is_recursive(pattern):
    return pattern in ('**', b'**')


def has_magic(s):
    return (_magic_bytes if isinstance(s, bytes) else _magic).search(s) is not None


def escape(pathname):
    """The path as a pattern that matches nothing else."""
    drive, rest = os.path.splitdrive(pathname)
    if isinstance(rest, bytes):
        return drive + _magic_bytes.sub(rb'[\g<0>]', rest)
    return drive + _magic.sub(r'[\g<0>]', rest)


def translate(pat, *, recursive=False, include_hidden=False, seps=None):
    """The pattern as a regular expression."""
    if not seps:
        seps = (os.path.sep, os.path.altsep) if os.path.altsep else os.path.sep
    escaped = ''.join(map(re.escape, seps))
    any_sep = f'[{escaped}]' if len(seps) > 1 else escaped
    not_sep = f'[^{escaped}]'
    if include_hidden:
        one_last, one = f'{not_sep}+', f'{not_sep}+{any_sep}'
        any_segments, any_last = f'(?:.+{any_sep})?', '.*'
    else:
        one_last, one = f'[^{escaped}.]{not_sep}*', f'[^{escaped}.]{not_sep}*{any_sep}'
        any_segments = f'(?:{one})*'
        any_last = f'{any_segments}(?:{one_last})?'
    def segment(part):
        """The expression for a part that has no meaning of its own."""
        text = fnmatch.translate(part).removeprefix('(?s:').removesuffix(r')\z')
        # An escaped character or a set stays; what stands for any character must not be a separator.
        text = re.sub(r'\\.|\[[^\]]*\]|\.', lambda m: not_sep if m[0] == '.' else m[0], text)
        return text if include_hidden or part[0] not in '*?' else r'(?!\.)' + text

    *folders, name = re.split(any_sep, pat)
    pieces = []
    for part, following in zip(folders, [*folders[1:], name]):
        if part == '*':
            pieces.append(one)
        elif part != '**' or not recursive:
            pieces.append((segment(part) if part else '') + any_sep)
        elif following != '**':
            pieces.append(any_segments)
    if name == '*':
        pieces.append(one_last)
    elif name == '**' and recursive:
        pieces.append(any_last)
    elif name:
        pieces.append(segment(name))
    return rf"(?s:{''.join(pieces)})\z"
