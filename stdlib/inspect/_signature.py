"""Finding the signature of a callable.

It stands in the code of a function, in the __text_signature__ of something built in, in the metaclass, __new__ or
__init__ of a class, under the wrappers of functools. What a binding fills in (self, the arguments of a partial) is
taken away. Defaults of built-in functions are expressions, evaluated in their module.
"""
import functools
import sys
import types

from annotationlib import Format, get_annotations
from inspect._kinds import _looks_like_function, isfunction
from inspect._parameters import (KEYWORD_ONLY, POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_KEYWORD, VAR_POSITIONAL,
                                 Signature, _empty)

_BUILTIN = (types.BuiltinFunctionType, types.MethodDescriptorType, types.WrapperDescriptorType, types.MethodWrapperType,
            types.ClassMethodDescriptorType)

_SLOTS = tuple(kind for kind in _BUILTIN if kind is not types.MethodDescriptorType)

_text_signature = type.__dict__['__text_signature__'].__get__  # of a class, be it one that overrides the name


def unwrap(func, *, stop=None):
    """What lies below the __wrapped__ attributes; stop(f) may end the search earlier. ValueError if it has no end."""
    f, seen = func, {id(func): func}  # the functions are kept, so that no id comes twice
    while not isinstance(f, type) and hasattr(f, '__wrapped__') and not (stop and stop(f)):
        f = f.__wrapped__
        if id(f) in seen or len(seen) >= sys.getrecursionlimit():
            raise ValueError(f'wrapper loop when unwrapping {func!r}')
        seen[id(f)] = f
    return f


class _Unrepresentable:
    """The default of a built-in parameter that no expression could give."""

    def __repr__(self):
        return '<unrepresentable>'


def _without_first(signature):
    """The signature once the first positional parameter is bound."""
    parameters = list(signature.parameters.values())
    if not parameters or parameters[0].kind in (KEYWORD_ONLY, VAR_KEYWORD):
        raise ValueError('invalid method signature')
    return signature.replace(parameters=parameters[parameters[0].kind != VAR_POSITIONAL:])


def _without_partial(signature, partial):
    """The signature once a partial fills in some arguments."""
    args, keywords = partial.args, partial.keywords or {}
    try:
        bound = signature.bind_partial(*args, **keywords).arguments
    except TypeError:
        raise ValueError(f'partial object {partial!r} has incorrect arguments') from None
    left, by_keyword = [], False
    for p in signature.parameters.values():
        if p.kind == VAR_POSITIONAL and by_keyword:
            continue
        if p.kind in (VAR_POSITIONAL, VAR_KEYWORD) or p.name not in bound:
            turned = by_keyword and p.kind == POSITIONAL_OR_KEYWORD
            left.append(p.replace(kind=KEYWORD_ONLY) if turned else p)
            continue
        value = bound[p.name]
        if value is functools.Placeholder:
            left.append(p.replace(kind=POSITIONAL_ONLY, default=_empty))
        elif p.name in keywords and p.kind == POSITIONAL_OR_KEYWORD:
            by_keyword = True
            left.append(p.replace(kind=KEYWORD_ONLY, default=value))
        elif p.kind == KEYWORD_ONLY:
            left.append(p.replace(default=value))
    return signature.replace(parameters=left)


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
        value = eval(text, namespace)
    except Exception:
        raise ValueError from None
    if not isinstance(value, (int, float, complex, str, bytes, tuple, types.NoneType, types.EllipsisType)):
        raise ValueError
    return value


def _own_method(cls, name, built_in=False):
    """The method that a class has, and the place in the MRO of the class that gives it; None if that is built in and
    such are not wanted."""
    for place, c in enumerate(cls.__mro__):
        if name in vars(c):
            method = vars(c)[name]
            return None if isinstance(method, _SLOTS) and not built_in else (place, method)


class Finder:
    """Finds signatures; its fields are the options of Signature.from_callable()."""

    def __init__(self, cls=Signature, follow_wrapped=True, globals=None, locals=None, eval_str=False,
                 annotation_format=Format.VALUE):
        self.cls = cls
        self.follow_wrapped = follow_wrapped
        self.annotation_options = {'globals': globals, 'locals': locals, 'eval_str': eval_str,
                                   'format': annotation_format}

    def find(self, f):
        """The signature of any callable: TypeError if it is none, ValueError if nobody knows."""
        if not callable(f):
            raise TypeError(f'{f!r} is not a callable object')
        if isinstance(f, types.MethodType):
            return _without_first(self.find(f.__func__))
        if self.follow_wrapped:
            f = unwrap(f, stop=lambda g: hasattr(g, '__signature__') or isinstance(g, types.MethodType))
            if isinstance(f, types.MethodType):
                return self.find(f)
        given = getattr(f, '__signature__', None)
        if given is not None:
            return self._given(given, f)
        method = getattr(f, '__partialmethod__', None)
        if isinstance(method, functools.partialmethod):
            return self._of_partial_method(method)
        if isfunction(f) or _looks_like_function(f):
            return self.of_function(f)
        if isinstance(f, _BUILTIN):
            return self._of_builtin(f)
        if isinstance(f, functools.partial):
            return _without_partial(self.find(f.func), f)
        if isinstance(f, type):
            return self._of_class(f)
        text = getattr(f, '__text_signature__', None)
        if isinstance(text, str):
            return self.of_text(text, getattr(f, '__module__', None))[0]
        call = _own_method(type(f), '__call__', built_in=True)
        if call:
            return self._of_method(call[1], f)
        raise ValueError(f'callable {f!r} is not supported by signature')

    def _given(self, signature, f):
        """What a __signature__ says."""
        if isinstance(f, type) and not isinstance(signature, Signature):
            made = signature() if callable(signature) else signature
            if isinstance(made, str) and f.__module__ and _is_enum(f):
                return self.of_text(made, f.__module__)[0]
        if not isinstance(signature, Signature):
            raise TypeError(f'unexpected object {signature!r} in __signature__ attribute')
        return signature

    def _of_partial_method(self, method):
        """partialmethod binds what it is given behind self, which stays the first parameter."""
        inner = self.find(method.func)
        given = (functools.Placeholder, *method.args) if method.args else ()
        bound = _without_partial(inner, functools.partial(method.func, *given, **method.keywords))
        first, left = next(iter(inner.parameters.values())), list(bound.parameters.values())
        if method.args and first.kind != VAR_POSITIONAL:
            left[0] = first  # the place held for it made it positional only
        return bound.replace(parameters=left)

    def of_function(self, f):
        """The signature of what def and lambda make."""
        text = getattr(f, '__text_signature__', None)
        if text:
            return self.of_text(text, f.__module__)[0]
        code = f.__code__
        names = code.co_varnames
        positional, keyword_only = code.co_argcount, code.co_kwonlyargcount
        annotations = get_annotations(f, **self.annotation_options)
        defaults, kwdefaults = getattr(f, '__defaults__', None) or (), f.__kwdefaults__ or {}
        parameters = []

        def add(name, kind, default=_empty):
            annotation = annotations.get(name, _empty)
            parameters.append(self.cls._parameter_cls(name, kind, default=default, annotation=annotation))

        for i, name in enumerate(names[:positional]):
            from_end = i - positional + len(defaults)
            add(name, POSITIONAL_ONLY if i < code.co_posonlyargcount else POSITIONAL_OR_KEYWORD,
                defaults[from_end] if from_end >= 0 else _empty)
        rest = positional + keyword_only
        if code.co_flags & 4:
            add(names[rest], VAR_POSITIONAL)
        for name in names[positional:rest]:
            add(name, KEYWORD_ONLY, kwdefaults.get(name, _empty))
        if code.co_flags & 8:
            add(names[rest + bool(code.co_flags & 4)], VAR_KEYWORD)
        # A function that only looks like one may have defaults that no def allows: those are checked.
        return self.cls(parameters, return_annotation=annotations.get('return', _empty),
                        __validate_parameters__=not isfunction(f))

    def of_text(self, text, module=None):
        """The signature that a __text_signature__ says, and whether its first parameter is the implied one ($self)."""
        if not (text.startswith('(') and text.endswith(')')):
            raise ValueError
        namespace = dict(sys.modules) | vars(sys.modules.get(module, types.ModuleType('none')))
        make, parameters, implied, kind = self.cls._parameter_cls, [], False, POSITIONAL_OR_KEYWORD
        for part in _split(text[1:-1]):
            if part == '/':
                parameters = [p.replace(kind=POSITIONAL_ONLY) for p in parameters]
            elif part == '*':
                kind = KEYWORD_ONLY
            elif part.startswith('**'):
                parameters.append(make(part[2:], VAR_KEYWORD))
            elif part.startswith('*'):
                parameters.append(make(part[1:], VAR_POSITIONAL))
                kind = KEYWORD_ONLY
            else:
                name, _, default = part.partition('=')
                default = _default(default, namespace) if default else _empty
                is_implied = name.startswith('$')
                implied = implied or is_implied
                parameters.append(make(name.lstrip('$'), POSITIONAL_ONLY if is_implied else kind, default=default))
        return self.cls(parameters), implied

    def _of_builtin(self, f):
        text = getattr(f, '__text_signature__', None)
        if not text:
            raise ValueError(f'no signature found for builtin {f!r}')
        try:
            found, implied = self.of_text(text, getattr(f, '__module__', None))
        except ValueError:
            raise ValueError(f'{f!r} builtin has invalid signature') from None
        bound = getattr(f, '__self__', None) is not None
        return _without_first(found) if implied and bound else found

    def _of_method(self, method, instance):
        """The signature of a method found in the dict of the class of an instance, bound as looking it up binds it."""
        get = getattr(type(method), '__get__', None)
        return self.find(method if get is None else get(method, instance, type(instance)))

    def _of_class(self, cls):
        """What it takes to make an instance."""
        call = _own_method(type(cls), '__call__')
        if call:
            return self._of_method(call[1], cls)
        found = [(*m, name) for name in ('__new__', '__init__') if (m := _own_method(cls, name))]
        if found:
            _, method, name = min(found, key=lambda m: m[0])
            if name == '__init__':
                return self._of_method(method, _Instance())
            get = getattr(type(method), '__get__', None)
            return _without_first(self.find(method if get is None else get(method, None, cls)))
        for base in cls.__mro__[:-1]:
            text = _text_signature(base)
            if text:
                try:
                    return self.of_text(text, cls.__module__)[0]
                except ValueError:
                    raise ValueError(f'{cls!r} builtin has invalid signature') from None
        if issubclass(cls, type):
            raise ValueError(f'no signature found for builtin {cls!r}')
        if cls.__init__ is object.__init__ and cls.__new__ is object.__new__:
            return self.cls(())
        raise ValueError(f'no signature found for builtin type {cls!r}')


class _Instance:
    """Stands for the instance that __init__ would be bound to: there is none yet."""


def _is_enum(cls):
    enum = sys.modules.get('enum')
    return enum is not None and issubclass(cls, enum.Enum)


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False, annotation_format=Format.VALUE):
    """The signature of any callable: TypeError if it is none, ValueError if nobody knows."""
    return Signature.from_callable(obj, follow_wrapped=follow_wrapped, globals=globals, locals=locals,
                                   eval_str=eval_str, annotation_format=annotation_format)
