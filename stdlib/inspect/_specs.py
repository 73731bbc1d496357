"""What functions take, as older code asks for it: named tuples, and the text that they can be written as."""
import collections
import types

from annotationlib import Format
from inspect._annotations import annotation_text
from inspect._kinds import CO_VARARGS, CO_VARKEYWORDS, iscode, isfunction, ismethod
from inspect._parameters import (KEYWORD_ONLY, POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_KEYWORD, VAR_POSITIONAL,
                                 _empty)
from inspect._signature import Finder

Arguments = collections.namedtuple('Arguments', 'args, varargs, varkw')
ArgInfo = collections.namedtuple('ArgInfo', 'args varargs keywords locals')
FullArgSpec = collections.namedtuple('FullArgSpec', 'args varargs varkw defaults kwonlyargs kwonlydefaults annotations')


def getargs(co):
    """The names of the parameters of a code object; the keyword-only ones are among args."""
    if not iscode(co):
        raise TypeError(f'{co!r} is not a code object')
    names, count = co.co_varnames, co.co_argcount + co.co_kwonlyargcount
    stars = list(names[count:])
    varargs = stars.pop(0) if co.co_flags & CO_VARARGS else None
    varkw = stars.pop(0) if co.co_flags & CO_VARKEYWORDS else None
    return Arguments(list(names[:count]), varargs, varkw)


def getargvalues(frame):
    """The parameters that a frame was called with, and its local variables."""
    return ArgInfo(*getargs(frame.f_code), frame.f_locals)


class _UnboundFinder(Finder):
    """Finds signatures in which a bound method still has its self."""

    def find(self, f):
        return self.find(f.__func__) if isinstance(f, types.MethodType) else super().find(f)


def getfullargspec(func):
    """The names, defaults and annotations of what a function takes. A bound method keeps its self, and what a function
    wraps is not looked at; signature() is the better question."""
    try:
        found = _UnboundFinder(follow_wrapped=False, annotation_format=Format.VALUE).find(func)
    except Exception as error:
        raise TypeError('unsupported callable') from error
    names, annotations = collections.defaultdict(list), {}
    defaults, kwdefaults = [], {}
    if found.return_annotation is not _empty:
        annotations['return'] = found.return_annotation
    for p in found.parameters.values():
        names[POSITIONAL_OR_KEYWORD if p.kind == POSITIONAL_ONLY else p.kind].append(p.name)
        if p.annotation is not _empty:
            annotations[p.name] = p.annotation
        if p.default is not _empty and p.kind == KEYWORD_ONLY:
            kwdefaults[p.name] = p.default
        elif p.default is not _empty:
            defaults.append(p.default)
    varargs, varkw = (next(iter(names[kind]), None) for kind in (VAR_POSITIONAL, VAR_KEYWORD))
    return FullArgSpec(names[POSITIONAL_OR_KEYWORD], varargs, varkw,
                       tuple(defaults) or None, names[KEYWORD_ONLY], kwdefaults or None, annotations)


def formatannotation(annotation, base_module=None, *, quote_annotation_strings=True):
    """An annotation as text; classes of base_module without that name in front."""
    return annotation_text(annotation, base_module, quote_annotation_strings)


def formatannotationrelativeto(object):
    """A function that makes text of annotations, as seen from the module of an object."""
    module = getattr(object, '__module__', None)
    return lambda annotation: formatannotation(annotation, module)


def formatargvalues(args, varargs, varkw, locals, formatarg=str, formatvarargs=lambda name: '*' + name,
                    formatvarkw=lambda name: '**' + name, formatvalue=lambda value: '=' + repr(value)):
    """What getargvalues() gives, as text."""
    shown = [formatarg(name) + formatvalue(locals[name]) for name in args]
    if varargs:
        shown.append(formatvarargs(varargs) + formatvalue(locals[varargs]))
    if varkw:
        shown.append(formatvarkw(varkw) + formatvalue(locals[varkw]))
    return f'({', '.join(shown)})'


# --- calls that do not take place ---

def _listed(names):
    *others, last = map(repr, names)
    if not others:
        return last
    return ', '.join(others) + ' and ' + last


def _complain_of_missing(f, names, kind):
    plural = 's' if len(names) != 1 else ''
    raise TypeError(f'{f}() missing {len(names)} required {kind} argument{plural}: {_listed(names)}')


def _complain_of_too_many(f, spec, given, values):
    """The call gave more positional arguments than there are parameters."""
    most, least = len(spec.args), len(spec.args) - len(spec.defaults or ())
    keyword_only = sum(name in values for name in spec.kwonlyargs)
    if spec.varargs:
        takes, plural = f'at least {least}', least != 1
    elif spec.defaults:
        takes, plural = f'from {least} to {most}', True
    else:
        takes, plural = str(most), most != 1
    also = ''
    if keyword_only:
        also = (f" positional argument{'s' if given != 1 else ''} (and {keyword_only} keyword-only "
                f"argument{'s' if keyword_only != 1 else ''})")
    verb = 'was' if given == 1 and not keyword_only else 'were'
    raise TypeError(f"{f}() takes {takes} positional argument{'s' if plural else ''} but {given}{also} {verb} given")


def getcallargs(func, /, *positional, **named):
    """The parameters and their values in a call func(*positional, **named), or the TypeError that it would raise."""
    spec = getfullargspec(func)
    f, values = func.__name__, {}
    if ismethod(func) and func.__self__ is not None:
        positional = func.__self__, *positional
    values.update(zip(spec.args, positional))
    if spec.varargs:
        values[spec.varargs] = tuple(positional[len(spec.args):])
    possible = {*spec.args, *spec.kwonlyargs}
    if spec.varkw:
        values[spec.varkw] = {}
    for name, value in named.items():
        if name not in possible:
            if not spec.varkw:
                raise TypeError(f'{f}() got an unexpected keyword argument {name!r}')
            values[spec.varkw][name] = value
        elif name in values:
            raise TypeError(f'{f}() got multiple values for argument {name!r}')
        else:
            values[name] = value
    if len(positional) > len(spec.args) and not spec.varargs:
        _complain_of_too_many(f, spec, len(positional), values)
    required = len(spec.args) - len(spec.defaults or ())
    missing = [name for name in spec.args[:required] if name not in values]
    if missing and len(positional) < len(spec.args):
        _complain_of_missing(f, missing, 'positional')
    for name, default in zip(spec.args[required:], spec.defaults or ()):
        values.setdefault(name, default)
    absent = [name for name in spec.kwonlyargs if name not in values]
    missing = [name for name in absent if name not in (spec.kwonlydefaults or {})]
    if missing:
        _complain_of_missing(f, missing, 'keyword-only')
    for name in absent:
        values[name] = spec.kwonlydefaults[name]
    return values
