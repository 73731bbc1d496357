"""The source of objects: the file, the lines, the comments in front."""
import linecache
import os
import sys

from _inspect import own_lines
from inspect._blocks import getblock
from inspect._docs import indentsize
from inspect._kinds import isclass, iscode, isframe, isfunction, ismethod, ismodule, istraceback
from inspect._signature import unwrap


def getfile(object):
    """The file that an object was defined in; TypeError for what is built in."""
    if ismodule(object) or isclass(object):
        home = object if ismodule(object) else sys.modules.get(getattr(object, '__module__', None))
        found = getattr(home, '__file__', None)
        if found:
            return found
        if home is not object and home is sys.modules['__main__']:
            raise OSError('source code not available')
        raise TypeError(f"{object!r} is a built-in {'module' if home is object else 'class'}")
    code = _code_of(object)
    if code is not None:
        return code.co_filename
    raise TypeError('module, class, method, function, traceback, frame, or code object was expected, got '
                    + type(object).__name__)


def _code_of(object):
    """The code of a method, function, traceback or frame, or object itself if it is code."""
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        object = object.__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        object = object.f_code
    return object if iscode(object) else None


def getmodulename(path):
    """The name of the module that a file has, or None if it is no source file."""
    stem, suffix = os.path.splitext(os.path.basename(path))
    return stem if suffix == '.py' else None


def getsourcefile(object):
    """The file with the source of an object, or None if there is none to be had."""
    name = getfile(object)
    if name.endswith('.pyc'):
        name = name[:-1]
    if name in linecache.cache or linecache.getlines(name) or os.path.exists(name):
        return name
    module = getmodule(object, name)
    loader = getattr(module, '__loader__', None) or getattr(getattr(module, '__spec__', None), 'loader', None)
    return name if loader is not None or name.startswith('<') and _is_kept(object) else None


def _is_kept(object):
    """Does the code have its source with it, because that is in no file?"""
    code = _code_of(object)
    return code is not None and own_lines(code) is not None


def getabsfile(object, _filename=None):
    """The file of an object, absolute and normal."""
    name = _filename if _filename is not None else getsourcefile(object) or getfile(object)
    return name if name.startswith('<stdlib>') else os.path.normcase(os.path.abspath(name))


def getmodule(object, _filename=None):
    """The module that an object was defined in, or None."""
    if ismodule(object):
        return object
    try:
        return sys.modules.get(object.__module__)
    except AttributeError:
        pass
    try:
        file = getabsfile(object, _filename)
    except (FileNotFoundError, TypeError):
        return None
    for module in list(sys.modules.values()):
        theirs = getattr(module, '__file__', None) if ismodule(module) else None
        if theirs and (theirs == file or getabsfile(module, theirs) == file):
            return module
    likely = (sys.modules[name] for name in ('__main__', 'builtins'))
    known_as = getattr(object, '__name__', '')
    return next((module for module in likely if getattr(module, known_as, None) is object), None)


def findsource(object):
    """All lines of the file that an object is in, and the index of the line where it begins."""
    lines, code = None, _code_of(object)
    if code is not None:
        lines = own_lines(code)
    if lines is None:
        lines = _file_lines(object)
    if ismodule(object):
        return lines, 0
    if isclass(object):
        if '__firstlineno__' not in vars(object):
            raise OSError('source code not available')
        start = vars(object)['__firstlineno__'] - 1
        if start >= len(lines):
            raise OSError('lineno is out of bounds')
        return lines, start
    if code is None:
        raise OSError('could not find code object')
    start = code.co_firstlineno - 1
    if start >= len(lines):
        raise OSError('lineno is out of bounds')
    return lines, start


def _file_lines(object):
    name = getsourcefile(object)
    if name:
        linecache.checkcache(name)
    else:
        name = getfile(object)
        if name[:1] + name[-1:] != '<>':
            raise OSError('source code not available')
    module = getmodule(object, name)
    lines = linecache.getlines(name, module and vars(module))
    if not lines:
        raise OSError('could not get source code')
    return lines


def getsourcelines(object):
    """The lines of the source of an object, and the number of the first; 0 for a module or a frame of one."""
    object = unwrap(object)
    lines, start = findsource(object)
    if istraceback(object):
        object = object.tb_frame
    if ismodule(object) or isframe(object) and object.f_code.co_name == '<module>':
        return lines, 0
    return getblock(lines[start:]), start + 1


def getsource(object):
    """The source of an object as one string. OSError if it cannot be had, TypeError for what is built in."""
    lines, _ = getsourcelines(object)
    return ''.join(lines)


def getcomments(object):
    """The comments right above a definition, or at the top of a module; None if there are none."""
    try:
        lines, start = findsource(object)
    except (TypeError, OSError):
        return None
    if ismodule(object):
        first = 1 if lines and lines[0].startswith('#!') else 0
        while first < len(lines) and lines[first].strip() in ('', '#'):
            first += 1
        end = first
        while end < len(lines) and lines[end].startswith('#'):
            end += 1
        return ''.join(line.expandtabs() for line in lines[first:end]) or None
    indent = indentsize(lines[start])
    first = start
    while first > 0 and lines[first - 1].lstrip().startswith('#') and indentsize(lines[first - 1]) == indent:
        first -= 1
    while first < start and lines[first].strip() == '#':
        first += 1
    while start > first and lines[start - 1].strip() == '#':
        start -= 1
    return ''.join(line.expandtabs().lstrip() for line in lines[first:start]) or None
