"""What a callable takes: its parameters, as help() and inspect show them.

signature(f) finds out where the parameters stand: in the code of a function, in the __text_signature__ of something
built in, in the metaclass, __new__ or __init__ of a class, under the wrappers of functools. What a binding fills in (self,
the arguments of a partial) is taken away. Defaults of built-in functions are expressions, evaluated in their module.
"""
import sys
import types

POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = range(5)


class empty:
    """Stands where a parameter has no default, or nothing is annotated."""


class _Unrepresentable:
    """The default of a built-in parameter that no expression could give."""

    def __repr__(self):
        return '<unrepresentable>'


def annotation_text(annotation, module=None, quote=True):
    """An annotation as it would be written in a module."""
    if isinstance(annotation, str) and not quote:
        return annotation
    if getattr(annotation, '__module__', None) == 'typing':
        return repr(annotation).replace('typing.', '')
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ('builtins', module):
            return annotation.__qualname__
        return f'{annotation.__module__}.{annotation.__qualname__}'
    return repr(annotation)


class Parameter:
    """One parameter: name, kind, default and annotation."""

    def __init__(self, name, kind, default=empty, annotation=empty):
        self.name = name
        self.kind = kind
        self.default = default
        self.annotation = annotation

    def text(self, module=None, quote=True):
        text = ('*' if self.kind == VAR_POSITIONAL else '**' if self.kind == VAR_KEYWORD else '') + self.name
        if self.annotation is not empty:
            text += ': ' + annotation_text(self.annotation, module, quote)
        if self.default is not empty:
            text += (' = ' if self.annotation is not empty else '=') + repr(self.default)
        return text

    __str__ = text


class Signature:
    """Parameters in their order, and what is annotated for the result."""

    def __init__(self, parameters, return_annotation=empty):
        self.parameters = list(parameters)
        self.return_annotation = return_annotation

    def text(self, module=None, quote=True):
        """As it stands between the name and the colon of a def."""
        parts, last = [], None
        for p in self.parameters:
            if last == POSITIONAL_ONLY != p.kind:
                parts.append('/')
            if p.kind == KEYWORD_ONLY and last not in (VAR_POSITIONAL, KEYWORD_ONLY):
                parts.append('*')
            parts.append(p.text(module, quote))
            last = p.kind
        if last == POSITIONAL_ONLY:
            parts.append('/')
        text = f'({", ".join(parts)})'
        if self.return_annotation is not empty:
            text += ' -> ' + annotation_text(self.return_annotation, module, quote)
        return text

    __str__ = text

    def without_first(self):
        """The signature once the first positional parameter is bound."""
        parameters = self.parameters
        if not parameters or parameters[0].kind in (KEYWORD_ONLY, VAR_KEYWORD):
            raise ValueError('invalid method signature')
        return Signature(parameters[parameters[0].kind != VAR_POSITIONAL:], self.return_annotation)

    def without_partial(self, args, keywords):
        """The signature once a partial fills in some arguments."""
        left, given, by_keyword = [], len(args), False
        for p in self.parameters:
            if given and p.kind <= POSITIONAL_OR_KEYWORD:
                given -= 1
                continue
            if p.name in keywords and p.kind in (POSITIONAL_OR_KEYWORD, KEYWORD_ONLY):
                by_keyword = True
                p = Parameter(p.name, KEYWORD_ONLY, keywords[p.name], p.annotation)
            elif by_keyword and p.kind == POSITIONAL_OR_KEYWORD:
                p = Parameter(p.name, KEYWORD_ONLY, p.default, p.annotation)
            elif by_keyword and p.kind == VAR_POSITIONAL:
                continue
            left.append(p)
        if given and not any(p.kind == VAR_POSITIONAL for p in left):
            raise ValueError('partial object has incorrect arguments')
        return Signature(left, self.return_annotation)


def of_function(f):
    """The signature of what def and lambda make."""
    code = f.__code__
    names = code.co_varnames
    positional, keyword_only = code.co_argcount, code.co_kwonlyargcount
    annotations = f.__annotations__
    defaults, kwdefaults = f.__defaults__ or (), f.__kwdefaults__ or {}
    parameters = []

    def add(name, kind, default=empty):
        parameters.append(Parameter(name, kind, default, annotations.get(name, empty)))

    for i, name in enumerate(names[:positional]):
        from_end = i - positional + len(defaults)
        add(name, POSITIONAL_ONLY if i < code.co_posonlyargcount else POSITIONAL_OR_KEYWORD,
            defaults[from_end] if from_end >= 0 else empty)
    rest = positional + keyword_only
    if code.co_flags & 4:
        add(names[rest], VAR_POSITIONAL)
    for name in names[positional:rest]:
        add(name, KEYWORD_ONLY, kwdefaults.get(name, empty))
    if code.co_flags & 8:
        add(names[rest + bool(code.co_flags & 4)], VAR_KEYWORD)
    return Signature(parameters, annotations.get('return', empty))


def _split(text):
    """Cuts at the commas that stand outside of brackets and quotes."""
    parts, depth, quote, start = [], 0, '', 0
    for i, c in enumerate(text):
        if quote:
            quote = '' if c == quote and text[i - 1] != '\\' else quote
        elif c in '\'"':
            quote = c
        elif c in '([{':
            depth += 1
        elif c in ')]}':
            depth -= 1
        elif c == ',' and not depth:
            parts.append(text[start:i])
            start = i + 1
    return [part.strip() for part in (*parts, text[start:]) if part.strip()]


def _default(text, namespace):
    if text == '<unrepresentable>':
        return _Unrepresentable()
    try:
        return eval(text, namespace)
    except Exception:
        raise ValueError from None


def from_text(text, module=None):
    """The signature that a __text_signature__ says, and whether its first parameter is the implied one ($self)."""
    namespace = dict(sys.modules) | vars(sys.modules.get(module, types.ModuleType('none')))
    parameters, implied, kind = [], False, POSITIONAL_OR_KEYWORD
    for part in _split(text[1:-1]):
        if part == '/':
            for p in parameters:
                p.kind = POSITIONAL_ONLY
        elif part == '*':
            kind = KEYWORD_ONLY
        elif part.startswith('**'):
            parameters.append(Parameter(part[2:], VAR_KEYWORD))
        elif part.startswith('*'):
            parameters.append(Parameter(part[1:], VAR_POSITIONAL))
            kind = KEYWORD_ONLY
        else:
            name, _, default = part.partition('=')
            if not name.lstrip('$').isidentifier():
                raise ValueError
            implied = implied or name.startswith('$')
            default = _default(default, namespace) if default else empty
            parameters.append(Parameter(name.lstrip('$'), kind, default))
    return Signature(parameters), implied


def of_builtin(f):
    """The signature of a function or a method written in C."""
    text = getattr(f, '__text_signature__', None)
    if not text:
        raise ValueError(f'no signature found for builtin {f!r}')
    try:
        found, implied = from_text(text, getattr(f, '__module__', None))
    except ValueError:
        raise ValueError(f'{f!r} builtin has invalid signature') from None
    bound = getattr(f, '__self__', None) is not None
    return found.without_first() if implied and bound else found


_BUILTIN = (types.BuiltinFunctionType, types.MethodDescriptorType, types.WrapperDescriptorType, types.MethodWrapperType,
            types.ClassMethodDescriptorType)


_text_signature = type.__dict__['__text_signature__'].__get__  # of a class, be it one that overrides the name


def _own_method(cls, name):
    """A method of this name that no built-in class gives, and the place of its class in the MRO."""
    for place, c in enumerate(cls.__mro__):
        if name in vars(c):
            method = vars(c)[name]
            return None if isinstance(method, _BUILTIN) else (place, method)


def of_class(cls):
    """What it takes to make an instance."""
    call = _own_method(type(cls), '__call__')
    if call:
        return signature(call[1]).without_first()
    found = [m for m in (_own_method(cls, '__new__'), _own_method(cls, '__init__')) if m]
    if found:
        method = min(found, key=lambda m: m[0])[1]
        return signature(getattr(method, '__func__', method)).without_first()
    for base in cls.__mro__[:-1]:
        text = _text_signature(base)
        if text:
            try:
                return from_text(text, cls.__module__)[0]
            except ValueError:
                raise ValueError(f'{cls!r} builtin has invalid signature') from None
    if issubclass(cls, type):
        raise ValueError(f'no signature found for builtin {cls!r}')
    if cls.__init__ is object.__init__ and cls.__new__ is object.__new__:
        return Signature(())
    raise ValueError(f'no signature found for builtin type {cls!r}')


def signature(f):
    """The signature of any callable: TypeError if it is none, ValueError if nobody knows."""
    if not callable(f):
        raise TypeError(f'{f!r} is not a callable object')
    if isinstance(f, types.MethodType):
        return signature(f.__func__).without_first()
    while hasattr(f, '__wrapped__') and not hasattr(f, '__signature__'):
        f = f.__wrapped__
    given = getattr(f, '__signature__', None)
    if given is not None:
        return given
    if isinstance(f, types.FunctionType):
        return of_function(f)
    if isinstance(f, _BUILTIN):
        return of_builtin(f)
    if type(f).__name__ == 'partial' and hasattr(f, 'func'):
        return signature(f.func).without_partial(f.args, f.keywords)
    if isinstance(f, type):
        return of_class(f)
    call = getattr(type(f), '__call__', None)
    if isinstance(call, types.FunctionType):
        return signature(call).without_first()
    raise ValueError(f'callable {f!r} is not supported by signature')
