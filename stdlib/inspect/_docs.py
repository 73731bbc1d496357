"""Docstrings, own or inherited, without the indentation of the source."""
import sys
import types

from inspect._kinds import (isbuiltin, isclass, isdatadescriptor, isfunction, ismemberdescriptor, ismethod,
                            ismethoddescriptor)


def indentsize(line):
    """How far a line is indented; tabs go to multiples of 8."""
    line = line.expandtabs()
    return len(line) - len(line.lstrip())


def cleandoc(doc):
    """A docstring without the indentation that all its lines but the first share, and without empty lines around."""
    first, *rest = doc.expandtabs().split('\n')
    margin = min((len(line) - len(line.lstrip(' ')) for line in rest if line.strip(' ')), default=None)
    lines = [first.lstrip(' '), *(line if margin is None else line[margin:] for line in rest)]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        del lines[0]
    return '\n'.join(lines)


def class_of_function(f):
    """The class in whose body a function was defined, found by its qualified name."""
    c = sys.modules.get(f.__module__)
    for name in f.__qualname__.split('.')[:-1]:
        c = getattr(c, name, None)
    return c if isclass(c) else None


def home_of(o):
    """The class that has o as an attribute, and under which name; or None."""
    if ismethod(o):
        bound = o.__self__
        of_class = isclass(bound) and getattr(getattr(bound, o.__name__, None), '__func__', None) is o.__func__
        return bound if of_class else type(bound), o.__name__
    if isfunction(o) or isinstance(o, property):
        f = o.fget if isinstance(o, property) else o
        c = class_of_function(f) if isfunction(f) else None
        name = getattr(o, '__name__', None) or f.__name__ if c else None
        return (c, name) if c and getattr(c, name, None) is o else None
    if isbuiltin(o):
        bound = o.__self__
        of_class = isclass(bound) and f'{bound.__qualname__}.{o.__name__}' == o.__qualname__
        return bound if of_class else type(bound), o.__name__
    if isinstance(o, sys.modules['functools'].cached_property):
        c = class_of_function(o.func)
        return (c, o.attrname) if c and getattr(c, o.attrname, None) is o else None
    if ismethoddescriptor(o) or isdatadescriptor(o):
        c = getattr(o, '__objclass__', None)
        return (c, o.__name__) if c and getattr(c, o.__name__, None) is o else None
    return None


def _inherited(o):
    """The docstring of what o overrides in a base class."""
    if isclass(o):
        docs = (c.__doc__ for c in o.__mro__ if c is not object)
        return next((doc for doc in docs if doc is not None), None)
    home = home_of(o)
    if home is None:
        return None
    c, name = home
    slots = vars(c).get('__slots__')
    if ismemberdescriptor(o) and isinstance(slots, dict) and name in slots:
        return slots[name]
    for base in c.__mro__:
        try:
            doc = getattr(base, name).__doc__
        except AttributeError:
            continue
        if doc is not None:
            return doc
    return None


def getdoc(object):
    """The docstring of an object, or of what it overrides or is derived from, cleaned; None if there is none."""
    try:
        doc = object.__doc__
    except AttributeError:
        return None
    if doc is None:
        try:
            doc = _inherited(object)
        except (AttributeError, TypeError):
            return None
    return cleandoc(doc) if isinstance(doc, str) else None
