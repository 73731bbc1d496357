"""Functions that look at annotations, and those that only mark something."""

import collections
import functools
import operator
import sys
import types
from annotationlib import Format, ForwardRef, get_annotations
from _typing import Generic, ParamSpec, Union

from ._forms import (Annotated, ParamSpecArgs, ParamSpecKwargs, NotRequired, ReadOnly, Required, _AnnotatedAlias,
                     _BaseGenericAlias, _GenericAlias, _type_check, _type_convert, _is_param_expr)


def cast(typ, val):
    """The value: type checkers take it for one of the type."""
    return val


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    """Prints the type, and returns the object."""
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def assert_never(arg, /):
    """For places that cannot be reached."""
    value = repr(arg)
    if len(value) > 100:
        value = value[:100] + '...'
    raise AssertionError(f"Expected code to be unreachable, but got: {value}")


def final(f):
    """Marks what is not to be overridden or derived from."""
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def override(method, /):
    """Marks a method that overrides one of a base."""
    try:
        method.__override__ = True
    except (AttributeError, TypeError):
        pass
    return method


def no_type_check(arg):
    """Marks annotations that are no type hints."""
    if isinstance(arg, type):
        for key in dir(arg):
            obj = getattr(arg, key)
            if not hasattr(obj, '__qualname__') or obj.__qualname__ != f'{arg.__qualname__}.{obj.__name__}' or \
                    getattr(obj, '__module__', None) != arg.__module__:
                continue
            if isinstance(obj, types.FunctionType):
                obj.__no_type_check__ = True
            if isinstance(obj, types.MethodType):
                obj.__func__.__no_type_check__ = True
            if isinstance(obj, type):
                no_type_check(obj)
    try:
        arg.__no_type_check__ = True
    except TypeError:
        pass
    return arg


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
    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {
            "eq_default": eq_default, "order_default": order_default, "kw_only_default": kw_only_default,
            "frozen_default": frozen_default, "field_specifiers": field_specifiers, "kwargs": kwargs}
        return cls_or_fn
    return decorator


# --- overloads

_overloads = collections.defaultdict(functools.partial(collections.defaultdict, dict))


def _overload_dummy(*args, **kwds):
    raise NotImplementedError("You should not call an overloaded function. A series of @overload-decorated functions "
                              "outside a stub module should always be followed by an implementation that is not "
                              "@overload-ed.")


def overload(func):
    """Marks a signature of a function that is written further below."""
    f = getattr(func, "__func__", func)
    try:
        _overloads[f.__module__][f.__qualname__][f.__code__.co_firstlineno] = func
    except AttributeError:
        pass
    return _overload_dummy


def get_overloads(func):
    f = getattr(func, "__func__", func)
    module = _overloads.get(f.__module__, {})
    return list(module.get(f.__qualname__, {}).values())


def clear_overloads():
    _overloads.clear()


# --- hints

def get_origin(tp):
    """The generic that a type was made of: list for list[int]; None for others."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_BaseGenericAlias, types.GenericAlias, ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    if isinstance(tp, Union):
        return Union
    return None


def get_args(tp):
    """The arguments of a type: (int,) for list[int]."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__,) + tp.__metadata__
    if isinstance(tp, (_GenericAlias, types.GenericAlias)):
        args = tp.__args__
        if tp.__origin__ is collections.abc.Callable and not (len(args) == 2 and _is_param_expr(args[0])):
            args = list(args[:-1]), args[-1]
        return args
    if isinstance(tp, Union):
        return tp.__args__
    return ()


def evaluate_forward_ref(forward_ref, *, owner=None, globals=None, locals=None, type_params=None, format=None,
                         _recursive_guard=frozenset()):
    """What a forward reference stands for, those inside of it included."""
    if format == Format.STRING:
        return forward_ref.__forward_arg__
    if forward_ref.__forward_arg__ in _recursive_guard:
        return forward_ref
    if format is None:
        format = Format.VALUE
    value = forward_ref.evaluate(globals=globals, locals=locals, type_params=type_params, owner=owner, format=format)
    if isinstance(value, ForwardRef) and format == Format.FORWARDREF:
        return value
    if isinstance(value, str):
        value = ForwardRef(value)
    value = _type_check(value, "Forward references must evaluate to types.",
                        is_argument=forward_ref.__forward_is_argument__,
                        allow_special_forms=forward_ref.__forward_is_class__)
    return _eval_type(value, globals, locals, type_params, format=format, owner=owner,
                      recursive_guard=_recursive_guard | {forward_ref.__forward_arg__})


def _eval_type(t, globalns, localns, type_params, *, recursive_guard=frozenset(), format=None, owner=None):
    """The type with the forward references in it resolved."""
    if isinstance(t, ForwardRef):
        return evaluate_forward_ref(t, globals=globalns, locals=localns, type_params=type_params, owner=owner,
                                    _recursive_guard=recursive_guard, format=format)
    if not isinstance(t, (_GenericAlias, types.GenericAlias, Union)):
        return t
    if isinstance(t, types.GenericAlias):
        args = tuple(ForwardRef(arg) if isinstance(arg, str) else arg for arg in t.__args__)
    else:
        args = t.__args__
    new = tuple(_eval_type(a, globalns, localns, type_params, recursive_guard=recursive_guard, format=format,
                           owner=owner) for a in args)
    if new == t.__args__:
        return t
    if isinstance(t, types.GenericAlias):
        return types.GenericAlias(t.__origin__, new)
    if isinstance(t, Union):
        return functools.reduce(operator.or_, new)
    return t.copy_with(new)


def _strip_annotations(t):
    """The type without Annotated, Required and their like."""
    if isinstance(t, _AnnotatedAlias):
        return _strip_annotations(t.__origin__)
    if hasattr(t, "__origin__") and t.__origin__ in (Required, NotRequired, ReadOnly):
        return _strip_annotations(t.__args__[0])
    if isinstance(t, (_GenericAlias, types.GenericAlias, Union)):
        new = tuple(_strip_annotations(a) for a in t.__args__)
        if new == t.__args__:
            return t
        if isinstance(t, types.GenericAlias):
            return types.GenericAlias(t.__origin__, new)
        return functools.reduce(operator.or_, new) if isinstance(t, Union) else t.copy_with(new)
    return t


def get_type_hints(obj, globalns=None, localns=None, include_extras=False, *, format=Format.VALUE):
    """The annotations of a class (its bases included), module or function, with strings evaluated."""
    if getattr(obj, '__no_type_check__', None):
        return {}
    if isinstance(obj, type):
        hints = _class_hints(obj, globalns, localns, format)
    else:
        hints = _other_hints(obj, globalns, localns, format)
    if include_extras or format == Format.STRING:
        return hints
    return {name: _strip_annotations(t) for name, t in hints.items()}


def _class_hints(obj, globalns, localns, format):
    hints = {}
    for base in reversed(obj.__mro__):
        annotations = get_annotations(base, format=format)
        if format == Format.STRING:
            hints.update(annotations)
            continue
        if globalns is None:
            base_globals = getattr(sys.modules.get(base.__module__, None), '__dict__', {})
        else:
            base_globals = globalns
        base_locals = dict(vars(base)) if localns is None else localns
        if localns is None and globalns is None:
            # Names in the class are found after those of the module.
            base_globals, base_locals = base_locals, base_globals
        for name, value in annotations.items():
            value = _type_convert(value, module=base.__module__, allow_special_forms=True)
            hints[name] = _eval_type(value, base_globals, base_locals, base.__type_params__, format=format, owner=obj)
    return hints


def _other_hints(obj, globalns, localns, format):
    hints = get_annotations(obj, format=format)
    if not hints and not (isinstance(obj, types.ModuleType) or callable(obj)):
        raise TypeError(f'{obj!r} is not a module, class, method, or function.')
    if format == Format.STRING:
        return hints
    if globalns is None:
        if isinstance(obj, types.ModuleType):
            globalns = obj.__dict__
        else:
            inner = obj
            seen = set()
            while hasattr(inner, '__wrapped__'):
                if id(inner) in seen:
                    raise ValueError(f'wrapper loop when unwrapping {obj!r}')
                seen.add(id(inner))
                inner = inner.__wrapped__
            globalns = getattr(inner, '__globals__', {})
        if localns is None:
            localns = globalns
    elif localns is None:
        localns = globalns
    params = getattr(obj, "__type_params__", ())
    hints = dict(hints or {})
    for name, value in hints.items():
        if value is None or isinstance(value, str):
            value = _type_convert(value, allow_special_forms=False)
            if isinstance(value, ForwardRef):
                value.__forward_is_argument__ = not isinstance(obj, types.ModuleType)
        hints[name] = _eval_type(value, globalns, localns, params, format=format, owner=obj)
    return hints
