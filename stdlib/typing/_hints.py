"""Functions that look at annotations, and those that only mark something."""

import collections
import contextlib
import functools
import operator
import sys
import types
from annotationlib import Format, ForwardRef, get_annotations
from _typing import Generic, Union

from ._forms import (Annotated, NotRequired, ParamSpecArgs, ParamSpecKwargs, ReadOnly, Required, _AnnotatedAlias,
                     _BaseGenericAlias, _GenericAlias, _callable_args, _type_check, _type_convert)


def cast(typ, val):
    """The value: type checkers take it for one of the type."""
    return val


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    """Prints the type, and returns the object."""
    sys.stderr.write(f"Runtime type is {type(obj).__name__!r}\n")
    return obj


def assert_never(arg, /):
    """For places that cannot be reached."""
    value = repr(arg)
    if len(value) > 100:
        value = value[:100] + '...'
    raise AssertionError(f"Expected code to be unreachable, but got: {value}")


def _mark(obj, name, *unsettable):
    """Sets the attribute of what a decorator got, which may refuse it with one of these exceptions."""
    with contextlib.suppress(*unsettable):
        setattr(obj, name, True)
    return obj


def final(f):
    """Marks what is not to be overridden or derived from."""
    return _mark(f, '__final__', AttributeError, TypeError)


def override(method, /):
    """Marks a method that overrides one of a base."""
    return _mark(method, '__override__', AttributeError, TypeError)


def no_type_check(arg):
    """Marks annotations that are no type hints."""
    if isinstance(arg, type):
        for member in (getattr(arg, key) for key in dir(arg)):
            if _defined_in(member, arg):
                match member:
                    case type():
                        no_type_check(member)
                    case types.FunctionType():
                        _mark(member, '__no_type_check__')
                    case types.MethodType():
                        _mark(member.__func__, '__no_type_check__')
    return _mark(arg, '__no_type_check__', TypeError)


def _defined_in(member, cls):
    return (hasattr(member, '__qualname__') and member.__qualname__ == f'{cls.__qualname__}.{member.__name__}' and
            getattr(member, '__module__', None) == cls.__module__)


def no_type_check_decorator(decorator):
    """A decorator whose functions are marked as by no_type_check."""
    import warnings
    warnings.warn("'typing.no_type_check_decorator' is deprecated and slated for removal in Python 3.15",
                  DeprecationWarning, stacklevel=2)

    @functools.wraps(decorator)
    def wrapped(*args, **kwds):
        return no_type_check(decorator(*args, **kwds))
    return wrapped


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, frozen_default=False,
                        field_specifiers=(), **kwargs):
    """Marks what makes dataclasses of classes."""
    said = dict(eq_default=eq_default, order_default=order_default, kw_only_default=kw_only_default,
                frozen_default=frozen_default, field_specifiers=field_specifiers, kwargs=kwargs)

    def note(target):
        target.__dataclass_transform__ = said
        return target
    return note


# --- overloads

_overloads = {}  # (module, qualified name): {line: function}


def _overload_key(func):
    return func.__module__, func.__qualname__


def _overload_dummy(*args, **kwds):
    raise NotImplementedError("You should not call an overloaded function. A series of @overload-decorated functions "
                              "outside a stub module should always be followed by an implementation that is not "
                              "@overload-ed.")


def overload(func):
    """Marks a signature of a function that is written further below."""
    with contextlib.suppress(AttributeError):
        inner = getattr(func, "__func__", func)
        _overloads.setdefault(_overload_key(inner), {})[inner.__code__.co_firstlineno] = func
    return _overload_dummy


def get_overloads(func):
    """The signatures that were marked for a function."""
    return list(_overloads.get(_overload_key(getattr(func, "__func__", func)), {}).values())


def clear_overloads():
    _overloads.clear()


# --- hints

def get_origin(tp):
    """The generic that a type was made of: list for list[int]; None for others."""
    match tp:
        case _AnnotatedAlias():
            return Annotated
        case _BaseGenericAlias() | types.GenericAlias() | ParamSpecArgs() | ParamSpecKwargs():
            return tp.__origin__
        case Union():
            return Union
    return Generic if tp is Generic else None


def get_args(tp):
    """The arguments of a type: (int,) for list[int]."""
    match tp:
        case _AnnotatedAlias():
            return tp.__origin__, *tp.__metadata__
        case _GenericAlias() | types.GenericAlias():
            if tp.__origin__ is collections.abc.Callable:
                return _callable_args(tp.__args__)
            return tp.__args__
        case Union():
            return tp.__args__
    return ()


def evaluate_forward_ref(forward_ref, *, owner=None, globals=None, locals=None, type_params=None, format=None,
                         _recursive_guard=frozenset()):
    """What a forward reference stands for, those inside of it included."""
    name = forward_ref.__forward_arg__
    if format == Format.STRING:
        return name
    if name in _recursive_guard:
        return forward_ref
    where = {'owner': owner, 'globals': globals, 'locals': locals, 'type_params': type_params,
             'format': Format.VALUE if format is None else format}
    value = forward_ref.evaluate(**where)
    if where['format'] == Format.FORWARDREF and isinstance(value, ForwardRef):
        return value
    value = _type_check(ForwardRef(value) if isinstance(value, str) else value,
                        "Forward references must evaluate to types.", forward_ref.__forward_is_argument__,
                        allow_special_forms=forward_ref.__forward_is_class__)
    return _resolve(value, where, _recursive_guard | {name})


def _resolve(t, where, guard=frozenset()):
    """The type with the forward references in it evaluated; where has evaluate_forward_ref's keywords."""
    if isinstance(t, ForwardRef):
        return evaluate_forward_ref(t, **where, _recursive_guard=guard)

    def resolve_argument(arg):
        # list['int'] keeps the str as it is.
        return _resolve(ForwardRef(arg) if plain and isinstance(arg, str) else arg, where, guard)

    plain = isinstance(t, types.GenericAlias)
    return _rebuild(t, resolve_argument)


def _rebuild(t, change):
    """The type with each of its arguments changed; t itself if that makes no difference, or if it has none."""
    if not isinstance(t, (_GenericAlias, types.GenericAlias, Union)):
        return t
    args = tuple(map(change, t.__args__))
    if args == t.__args__:
        return t
    match t:
        case types.GenericAlias():
            return types.GenericAlias(t.__origin__, args)
        case Union():
            return functools.reduce(operator.or_, args)
    return t.copy_with(args)


def _without_extras(t):
    """The type without Annotated, Required and their like."""
    if isinstance(t, _AnnotatedAlias):
        return _without_extras(t.__origin__)
    if getattr(t, '__origin__', None) in (Required, NotRequired, ReadOnly):
        return _without_extras(t.__args__[0])
    return _rebuild(t, _without_extras)


def get_type_hints(obj, globalns=None, localns=None, include_extras=False, *, format=Format.VALUE):
    """The annotations of a class (its bases included), module or function, with strings evaluated."""
    if getattr(obj, '__no_type_check__', False):
        return {}
    find = _class_hints if isinstance(obj, type) else _other_hints
    hints = find(obj, globalns, localns, format)
    if not include_extras and format != Format.STRING:
        hints = {name: _without_extras(t) for name, t in hints.items()}
    return hints


def _class_hints(cls, globalns, localns, format):
    hints = {}
    for base in cls.__mro__[::-1]:
        written = get_annotations(base, format=format)
        if format == Format.STRING:
            hints |= written
            continue
        of_module = globalns
        if of_module is None:
            module = sys.modules.get(base.__module__)
            of_module = {} if module is None else vars(module)
        of_class = dict(vars(base)) if localns is None else localns
        where = {'owner': cls, 'globals': of_module, 'locals': of_class, 'type_params': base.__type_params__,
                 'format': format}
        if globalns is None and localns is None:
            # Names in the class are found after those of the module.
            where |= {'globals': of_class, 'locals': of_module}
        for name, hint in written.items():
            hint = _type_convert(hint, base.__module__, allow_special_forms=True)
            hints[name] = _resolve(hint, where)
    return hints


def _other_hints(obj, globalns, localns, format):
    """The hints of a module or of something that can be called."""
    is_module = isinstance(obj, types.ModuleType)
    written = get_annotations(obj, format=format)
    if not written and not is_module and not callable(obj):
        raise TypeError(f'{obj!r} is not a module, class, method, or function.')
    if format == Format.STRING:
        return written
    if globalns is None:
        globalns = vars(obj) if is_module else getattr(_unwrapped(obj), '__globals__', {})
    where = {'owner': obj, 'globals': globalns, 'locals': globalns if localns is None else localns,
             'type_params': getattr(obj, '__type_params__', ()), 'format': format}
    hints = {}
    for name, hint in written.items():
        if isinstance(hint, str):
            hint = _type_convert(hint)
            hint.__forward_is_argument__ = not is_module
        hints[name] = _resolve(_type_convert(hint), where)
    return hints


def _unwrapped(function):
    """The function inside of those that functools.wraps made of it."""
    passed = []
    inner = function
    while hasattr(inner, '__wrapped__'):
        if any(inner is other for other in passed):
            raise ValueError(f'wrapper loop when unwrapping {function!r}')
        passed.append(inner)
        inner = inner.__wrapped__
    return inner
