"""Signatures as objects: parameters in their order, and how arguments find them.

A signature is checked when it is made (the order of kinds, names that are there twice, defaults) and does not change.
bind() distributes arguments as a call would, without calling.
"""
import collections
import enum
import keyword
import types

from annotationlib import Format
from inspect._annotations import annotation_text


class _empty:
    """Stands where a parameter has no default, or nothing is annotated."""


class _keep:
    """In replace(): this part stays as it is."""


class _ParameterKind(enum.IntEnum):
    """How a parameter is given."""

    POSITIONAL_ONLY = 'positional-only'
    POSITIONAL_OR_KEYWORD = 'positional or keyword'
    VAR_POSITIONAL = 'variadic positional'
    KEYWORD_ONLY = 'keyword-only'
    VAR_KEYWORD = 'variadic keyword'

    def __new__(cls, description):
        kind = int.__new__(cls, len(cls.__members__))
        kind._value_ = int(kind)
        kind.description = description
        return kind

    def __str__(self):
        return self.name


POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = _ParameterKind
_STARS = {VAR_POSITIONAL: '*', VAR_KEYWORD: '**'}


class Parameter:
    """One parameter: name, kind, default and annotation."""

    __slots__ = ('_name', '_kind', '_default', '_annotation')

    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = _ParameterKind
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            kind = _ParameterKind(kind)
        except ValueError:
            raise ValueError(f'value {kind!r} is not a valid Parameter.kind')
        if default is not _empty and kind in _STARS:
            raise ValueError(f'{kind.description} parameters cannot have default values')
        if name is _empty:
            raise ValueError('name is a required attribute for Parameter')
        if not isinstance(name, str):
            raise TypeError(f'name must be a str, not a {type(name).__name__}')
        if name[0] == '.' and name[1:].isdigit():
            # The argument of a comprehension, which has no name that could be written.
            if kind != POSITIONAL_OR_KEYWORD:
                raise ValueError('implicit arguments must be passed as positional or keyword arguments, not '
                                 + kind.description)
            name, kind = 'implicit' + name[1:], POSITIONAL_ONLY
        if not name.isidentifier() or keyword.iskeyword(name) and kind is not POSITIONAL_ONLY:
            raise ValueError(f'{name!r} is not a valid parameter name')
        self._name, self._kind, self._default, self._annotation = name, kind, default, annotation

    name = property(lambda self: self._name)
    kind = property(lambda self: self._kind)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)

    def __reduce__(self):
        return type(self), (self._name, self._kind), {'_default': self._default, '_annotation': self._annotation}

    def __setstate__(self, state):
        self._default, self._annotation = state['_default'], state['_annotation']

    def replace(self, *, name=_keep, kind=_keep, annotation=_keep, default=_keep):
        """Another parameter, some of whose parts are new."""
        return type(self)(self._name if name is _keep else name,
                          self._kind if kind is _keep else kind,
                          default=self._default if default is _keep else default,
                          annotation=self._annotation if annotation is _keep else annotation)

    __replace__ = replace

    def _text(self, quote_annotation_strings=True, module=None):
        """As it stands in a def. `module`: names of classes of this module need no dot."""
        text = _STARS.get(self._kind, '') + self._name
        if self._annotation is not _empty:
            text += ': ' + annotation_text(self._annotation, module, quote_annotation_strings)
        if self._default is not _empty:
            text += (' = ' if self._annotation is not _empty else '=') + repr(self._default)
        return text

    def __str__(self):
        return self._text()

    def __repr__(self):
        return f'<{type(self).__name__} "{self}">'

    def _parts(self):
        return self._name, self._kind, self._default, self._annotation

    def __eq__(self, other):
        if self is other:
            return True
        return self._parts() == other._parts() if isinstance(other, Parameter) else NotImplemented

    def __hash__(self):
        return hash(self._parts())


class BoundArguments:
    """Arguments by the names of the parameters that they go to; what Signature.bind() makes."""

    __slots__ = ('arguments', '_signature', '__weakref__')

    def __init__(self, signature, arguments):
        self.arguments, self._signature = arguments, signature

    signature = property(lambda self: self._signature)

    @property
    def args(self):
        """What to call with, the positional part. It ends where a parameter has no argument."""
        values = []
        for name, parameter in self._signature.parameters.items():
            if parameter.kind in (KEYWORD_ONLY, VAR_KEYWORD) or name not in self.arguments:
                break
            value = self.arguments[name]
            if parameter.kind == VAR_POSITIONAL:
                values.extend(value)
            else:
                values.append(value)
        return tuple(values)

    @property
    def kwargs(self):
        """What to call with, the keywords: all that args has not."""
        values, positional = {}, True
        for name, parameter in self._signature.parameters.items():
            given = name in self.arguments
            if positional and given and parameter.kind not in (KEYWORD_ONLY, VAR_KEYWORD):
                continue
            positional = False
            if parameter.kind == VAR_KEYWORD and given:
                values.update(self.arguments[name])
            elif given:
                values[name] = self.arguments[name]
        return values

    def apply_defaults(self):
        """Fills in the defaults of the parameters that have no argument, () for *args and {} for **kwargs."""
        filled = {}
        nothing = {VAR_POSITIONAL: tuple, VAR_KEYWORD: dict}
        for name, parameter in self._signature.parameters.items():
            if name in self.arguments:
                filled[name] = self.arguments[name]
            elif parameter.default is not _empty:
                filled[name] = parameter.default
            elif parameter.kind in nothing:
                filled[name] = nothing[parameter.kind]()
        self.arguments = filled

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self._signature == other._signature and self.arguments == other.arguments

    __hash__ = None

    def __getstate__(self):
        return {'_signature': self._signature, 'arguments': self.arguments}

    def __setstate__(self, state):
        self._signature, self.arguments = state['_signature'], state['arguments']

    def __repr__(self):
        return f"<{type(self).__name__} ({', '.join(f'{name}={value!r}' for name, value in self.arguments.items())})>"


def _checked(parameters):
    """The parameters by name, in an order that a def allows."""
    by_name, last, defaults, variadic = collections.OrderedDict(), POSITIONAL_ONLY, False, set()
    for p in parameters:
        if p.kind in variadic:
            raise ValueError(f'more than one {p.kind.description} parameter')
        if p.kind in _STARS:
            variadic.add(p.kind)
        if p.kind < last:
            raise ValueError(f'wrong parameter order: {last.description} parameter before '
                             f'{p.kind.description} parameter')
        last = p.kind
        if p.kind in (POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD):
            if defaults and p.default is _empty:
                raise ValueError('non-default argument follows default argument')
            defaults = p.default is not _empty
        if p.name in by_name:
            raise ValueError(f'duplicate parameter name: {p.name!r}')
        by_name[p.name] = p
    return by_name


class Signature:
    """The parameters of a callable in their order, and what is annotated for the result."""

    __slots__ = ('_return_annotation', '_parameters')

    _parameter_cls = Parameter
    _bound_arguments_cls = BoundArguments
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        if not __validate_parameters__:
            by_name = collections.OrderedDict((p.name, p) for p in parameters or ())
        else:
            by_name = _checked(parameters or ())
        self._parameters, self._return_annotation = types.MappingProxyType(by_name), return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False,
                      annotation_format=Format.VALUE):
        """The signature of a callable, as an object of this class."""
        from inspect._signature import Finder
        return Finder(cls, follow_wrapped, globals, locals, eval_str, annotation_format).find(obj)

    parameters = property(lambda self: self._parameters)
    return_annotation = property(lambda self: self._return_annotation)

    def replace(self, *, parameters=_keep, return_annotation=_keep):
        """Another signature, some of whose parts are new."""
        if return_annotation is _keep:
            return_annotation = self._return_annotation
        return type(self)(self._parameters.values() if parameters is _keep else parameters,
                          return_annotation=return_annotation)

    __replace__ = replace

    def _parts(self):
        """What makes signatures equal: the order of keyword-only parameters does not matter."""
        ordered = tuple(p for p in self._parameters.values() if p.kind != KEYWORD_ONLY)
        by_keyword = {p.name: p for p in self._parameters.values() if p.kind == KEYWORD_ONLY}
        return ordered, by_keyword, self._return_annotation

    def __hash__(self):
        ordered, by_keyword, result = self._parts()
        return hash((ordered, frozenset(by_keyword.values()), result))

    def __eq__(self, other):
        if self is other:
            return True
        return self._parts() == other._parts() if isinstance(other, Signature) else NotImplemented

    def bind(self, /, *args, **kwargs):
        """The arguments by parameter, or TypeError if a call with them would fail."""
        return self._bind(args, kwargs)

    def bind_partial(self, /, *args, **kwargs):
        """bind() that lets required arguments be missing."""
        return self._bind(args, kwargs, partial=True)

    def _bind(self, args, kwargs, partial=False):
        values, given, waiting = {}, len(args), dict(kwargs)
        parameters = self._parameters.values()
        takes_keywords = any(p.kind == VAR_KEYWORD for p in parameters)
        misplaced, positional = [], True  # positional: p would have taken one more argument of args
        for place, p in enumerate(parameters):
            if place < given:
                if p.kind in (KEYWORD_ONLY, VAR_KEYWORD):
                    raise TypeError('too many positional arguments')
                if p.kind == VAR_POSITIONAL:
                    values[p.name] = args[place:]
                    given, positional = place, False
                    continue
                if p.name in waiting and p.kind != POSITIONAL_ONLY:
                    raise TypeError(f'multiple values for argument {p.name!r}')
                values[p.name] = args[place]
                if p.kind == POSITIONAL_ONLY and p.name in waiting:
                    misplaced.append(p.name)
                continue
            if positional and p.kind == POSITIONAL_ONLY and p.name in waiting:
                if p.default is _empty:
                    raise TypeError(f'missing a required positional-only argument: {p.name!r}')
                misplaced.append(p.name)
                continue
            if p.kind not in _STARS:
                if p.name in waiting:
                    values[p.name] = waiting.pop(p.name)
                elif p.default is _empty and not partial:
                    kind = 'keyword-only ' if positional and p.kind == KEYWORD_ONLY else ''
                    raise TypeError(f'missing a required {kind}argument: {p.name!r}')
            positional = False
        if given > len(self._parameters):
            raise TypeError('too many positional arguments')
        if misplaced and not takes_keywords:
            raise TypeError('got some positional-only arguments passed as keyword arguments: '
                            + repr(', '.join(misplaced)))
        if waiting and not takes_keywords:
            raise TypeError(f'got an unexpected keyword argument {next(iter(waiting))!r}')
        if waiting:
            values[list(self._parameters)[-1]] = waiting
        return self._bound_arguments_cls(self, values)

    def __reduce__(self):
        return type(self), (tuple(self._parameters.values()),), {'_return_annotation': self._return_annotation}

    def __setstate__(self, state):
        self._return_annotation = state['_return_annotation']

    def __repr__(self):
        return f'<{type(self).__name__} {self}>'

    def __str__(self):
        return self.format()

    def format(self, *, max_width=None, quote_annotation_strings=True):
        """As it stands between the name and the colon of a def; each parameter on a line of its own if that would be
        wider than max_width."""
        return self._text(max_width, quote_annotation_strings)

    def _text(self, max_width=None, quote_annotation_strings=True, module=None):
        parts, last = [], None
        for p in self._parameters.values():
            if last == POSITIONAL_ONLY != p.kind:
                parts.append('/')
            if p.kind == KEYWORD_ONLY and last not in (VAR_POSITIONAL, KEYWORD_ONLY):
                parts.append('*')
            parts.append(p._text(quote_annotation_strings, module))
            last = p.kind
        if last == POSITIONAL_ONLY:
            parts.append('/')
        text = f'({', '.join(parts)})'
        if max_width is not None and len(text) > max_width:
            text = '(\n    ' + ',\n    '.join(parts) + '\n)'
        if self._return_annotation is not _empty:
            text += ' -> ' + annotation_text(self._return_annotation, module, quote_annotation_strings)
        return text
