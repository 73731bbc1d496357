"""File names by patterns: *, ? and [...], and ** for folders at any depth."""

import fnmatch
import os
import re
import stat

__all__ = ["escape", "glob", "iglob", "translate"]

_magic = re.compile('[*?[]')
_magic_bytes = re.compile(b'[*?[]')


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """A list of the paths that match, in no particular order."""
    return list(iglob(pathname, root_dir=root_dir, dir_fd=dir_fd, recursive=recursive, include_hidden=include_hidden))


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """The same as an iterator."""
    root = os.fspath(root_dir) if root_dir is not None else pathname[:0]
    found = _Search(root, dir_fd, recursive, include_hidden).paths(pathname, False)
    if not pathname or recursive and _is_recursive(pathname[:2]):
        # ** matches the folder that it begins in too, as an empty name.
        first = next(found, None)
        if first:
            found = _with(first, found)
    return found


def _with(first, rest):
    yield first
    yield from rest


class _Search:
    """Where paths begin, a folder's name or its descriptor, and what counts as a match."""

    def __init__(self, root, dir_fd, recursive, hidden):
        self.root, self.dir_fd, self.recursive, self.hidden = root, dir_fd, recursive, hidden

    def paths(self, pathname, dironly):
        dirname, basename = os.path.split(pathname)
        if not has_magic(pathname):
            if self.exists(_join(self.root, pathname)) if basename else self.is_folder(_join(self.root, dirname)):
                yield pathname
            return
        if not dirname:
            yield from self.inside(self.root, basename, dironly)
            return
        folders = [dirname]
        if has_magic(dirname) and dirname != pathname:
            folders = self.paths(dirname, True)
        for folder in folders:
            for name in self.inside(_join(self.root, folder), basename, dironly):
                yield os.path.join(folder, name)

    def inside(self, folder, pattern, dironly):
        """The names in a folder that match a pattern; ** has those further down, too."""
        if not has_magic(pattern):
            there = self.exists(_join(folder, pattern)) if pattern else self.is_folder(folder)
            return [pattern] if there else []
        if self.recursive and _is_recursive(pattern):
            return self.and_below(folder, pattern, dironly)
        names = self.names(folder, dironly, pattern)
        if not (self.hidden or _is_hidden(pattern)):
            names = [name for name in names if not _is_hidden(name)]
        return fnmatch.filter(names, pattern)

    def and_below(self, folder, pattern, dironly):
        if not folder or self.is_folder(folder):
            yield pattern[:0]
        yield from self.below(folder, dironly, pattern)

    def below(self, folder, dironly, like):
        for name in self.names(folder, dironly, like):
            if self.hidden or not _is_hidden(name):
                yield name
                path = _join(folder, name)
                if self.is_folder(path):
                    for inner in self.below(path, dironly, like):
                        yield os.path.join(name, inner)

    # --- the file system

    def names(self, folder, dironly, like):
        """What a folder has; '' is the one where all begins. `like` is a str or bytes, as the names are to be."""
        try:
            names = self.list(folder or (os.curdir if isinstance(like, str) else os.fsencode(os.curdir)))
        except OSError:
            return []
        if dironly:
            names = [name for name in names if self.is_folder(_join(folder, name))]
        return names

    def list(self, folder):
        if self.dir_fd is None:
            return os.listdir(folder)
        fd = os.open(folder, os.O_RDONLY | os.O_DIRECTORY, dir_fd=self.dir_fd)
        try:
            names = os.listdir(fd)
        finally:
            os.close(fd)
        return [os.fsencode(name) for name in names] if isinstance(folder, bytes) else names

    def exists(self, path):
        return self.status(path, False) is not None

    def is_folder(self, path):
        status = self.status(path, True)
        return status is not None and stat.S_ISDIR(status.st_mode)

    def status(self, path, follow):
        try:
            return os.stat(path, dir_fd=self.dir_fd, follow_symlinks=follow)
        except (OSError, ValueError):
            return None


def _join(root, path):
    return os.path.join(root, path) if root and path else root or path


def _is_hidden(name):
    return name[:1] in ('.', b'.')


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
        text = ''.join('.*' if piece == '*' else piece for piece in fnmatch._pieces(part))
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
