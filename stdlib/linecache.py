"""Lines of source files, for whoever shows them; files that were read are kept."""

__all__ = ["getline", "clearcache", "checkcache", "lazycache"]

# filename: (size, mtime, lines, full name), or (function that gets the source,) before that was asked.
# mtime is None when the lines come from a loader.
cache = {}


def clearcache():
    """Forgets all files."""
    cache.clear()


def getline(filename, lineno, module_globals=None):
    """Line `lineno`, with its newline; '' if there is none."""
    if lineno < 1:
        return ''
    return ''.join(getlines(filename, module_globals)[lineno - 1:lineno])


def getlines(filename, module_globals=None):
    """All lines of a file; [] if it cannot be read."""
    match cache.get(filename):
        case _, _, lines, _:
            return lines
    try:
        return updatecache(filename, module_globals)
    except MemoryError:
        clearcache()
        return []


def _is_no_file(filename):
    """True for the names of code that was never in a file: '' and <...>."""
    return not filename or filename[0] + filename[-1] == '<>'


def _stat(filename):
    """(size, time of the last change), or None if there is no such file."""
    import os
    try:
        found = os.stat(filename)
        return found.st_size, found.st_mtime
    except (ValueError, OSError):
        return None


def checkcache(filename=None):
    """Forgets the files, or the one, that changed since they were read."""
    for name in list(cache) if filename is None else [filename]:
        entry = cache.get(name, ())
        if len(entry) == 4 and entry[1] is not None and _stat(entry[3]) != entry[:2]:
            del cache[name]


def updatecache(filename, module_globals=None):
    """Reads a file again: all lines, or [] if that fails."""
    if filename in cache and len(cache[filename]) > 1:
        del cache[filename]
    if _is_no_file(filename):
        return []
    size_and_time = _stat(filename)
    if size_and_time is None:
        return _load(filename, module_globals)
    try:
        with open(filename, 'rb') as file:
            data = file.read()
        text = data.decode(_encoding(data))
    except (OSError, UnicodeDecodeError, LookupError):
        return []
    lines = _split(text)
    cache[filename] = *size_and_time, lines, filename
    return lines


def _load(filename, module_globals):
    """The lines of a module that is in no file: one of the library, or one whose loader knows its source."""
    if filename.startswith('<stdlib>/'):
        from _inspect import library_source
        text = library_source(filename)
        if text is not None:
            lines = _split(text)
            cache[filename] = len(text), None, lines, filename
            return lines
    if not lazycache(filename, module_globals):
        return []
    read, = cache.pop(filename)
    try:
        text = read()
    except (OSError, ImportError):
        return []
    if text is None:
        return []
    lines = _split(text)
    cache[filename] = len(text), None, lines, filename
    return lines


def _split(text):
    lines = text.splitlines(True)
    if lines and not lines[-1].endswith('\n'):
        lines[-1] += '\n'
    return lines


def _encoding(data):
    """What a byte order mark, or a comment in the first two lines, says about the encoding (PEP 263)."""
    if data.startswith(b'\xef\xbb\xbf'):
        return 'utf-8-sig'
    for line in data.split(b'\n', 2)[:2]:
        line = line.strip()
        if not line.startswith(b'#'):
            if line:
                break
            continue
        before, word, after = line.partition(b'coding')
        if word and after[:1] in (b':', b'='):
            name = after[1:].lstrip().decode('ascii', 'replace')
            end = 0
            while end < len(name) and (name[end].isalnum() or name[end] in '-_.'):
                end += 1
            if end:
                return name[:end]
    return 'utf-8'


def lazycache(filename, module_globals):
    """Remembers how to get at the source of a module by its loader. True if there is a way."""
    if filename in cache:
        return len(cache[filename]) == 1
    if _is_no_file(filename) or not module_globals or '__name__' not in module_globals:
        return False
    spec = module_globals.get('__spec__')
    module = getattr(spec, 'name', None) or module_globals['__name__']
    loader = getattr(spec, 'loader', None) or module_globals.get('__loader__')
    if not module or not getattr(loader, 'get_source', None):
        return False
    cache[filename] = (lambda: loader.get_source(module),)
    return True
