"""Copies of objects: copy(x) shares the parts of x, deepcopy(x) copies them too.

An object says how it is to be copied: by a method of its own (__copy__, __deepcopy__), or by the recipe with which it
would be pickled (copyreg.dispatch_table, __reduce_ex__). A deep copy keeps a memo of what was copied already, by id, so
that what was shared is shared again and cycles close.
"""

import types
import weakref
from copyreg import dispatch_table

__all__ = ["Error", "copy", "deepcopy", "replace"]


class Error(Exception):
    pass


error = Error

# Objects of these types have nothing that could change: they are their own copies.
_SHARED = frozenset((
    types.NoneType, types.EllipsisType, types.NotImplementedType, int, float, bool, complex, str, bytes, type, range,
    property, types.CodeType, types.FunctionType, types.BuiltinFunctionType, weakref.ref))
_SHARED_WHEN_SHALLOW = _SHARED | {tuple, frozenset, slice, super}
_SHALLOW = {kind: kind.copy for kind in (list, dict, set, bytearray)}


def copy(x):
    """A shallow copy: a new object with the same parts."""
    kind = type(x)
    if kind in _SHARED_WHEN_SHALLOW or issubclass(kind, type):
        return x
    own_way = _SHALLOW.get(kind) or getattr(kind, "__copy__", None)
    if own_way is not None:
        return own_way(x)
    recipe = _recipe(x, "shallow")
    return x if isinstance(recipe, str) else _follow(x, *recipe)


def deepcopy(x, memo=None, _nil=[]):
    """A deep copy. memo maps the ids of what was copied already to the copies."""
    kind = type(x)
    if kind in _SHARED:
        return x
    if memo is None:
        memo = {}
    copied = memo.get(id(x), _nil)
    if copied is not _nil:
        return copied
    if kind in _DEEP:
        copied = _DEEP[kind](x, memo)
    elif issubclass(kind, type):
        copied = x
    elif (own_way := getattr(x, "__deepcopy__", None)) is not None:
        copied = own_way(memo)
    else:
        recipe = _recipe(x, "deep")
        copied = x if isinstance(recipe, str) else _follow(x, *recipe, memo=memo)
    if copied is not x:
        memo[id(x)] = copied
        # The id stands for x only as long as x lives; the memo keeps such things under its own id.
        memo.setdefault(id(memo), []).append(x)
    return copied


def _recipe(x, how):
    """What copyreg or the object says: a tuple as __reduce__ gives it, or a str for objects that are their own copies."""
    by_type = dispatch_table.get(type(x))
    if by_type is not None:
        return by_type(x)
    by_protocol = getattr(x, "__reduce_ex__", None)
    if by_protocol is not None:
        return by_protocol(4)
    plain = getattr(x, "__reduce__", None)
    if plain:
        return plain()
    raise Error(f"un({how})copyable object of type {type(x)}")


def _as_it_is(part):
    return part


def _follow(original, make, args, state=None, items=None, pairs=None, *, memo=None):
    """Makes an object by a recipe: with copies of all that is in it if there is a memo."""
    part = _as_it_is if memo is None else lambda p: deepcopy(p, memo)
    made = make(*map(part, args))
    if memo is not None:
        memo[id(original)] = made  # before its parts, which may lead back to it
    if state is not None:
        _set_state(made, part(state))
    for item in items or ():
        made.append(part(item))
    for key, value in pairs or ():
        made[part(key)] = part(value)
    return made


def _set_state(made, state):
    if hasattr(made, "__setstate__"):
        made.__setstate__(state)
        return
    attributes, slots = state if isinstance(state, tuple) and len(state) == 2 else (state, None)
    if attributes is not None:
        vars(made).update(attributes)
    for name, value in (slots or {}).items():
        setattr(made, name, value)


def _deep_list(x, memo):
    memo[id(x)] = made = []
    for item in x:
        made.append(deepcopy(item, memo))
    return made


def _deep_dict(x, memo):
    memo[id(x)] = made = {}
    for key, value in x.items():
        made[deepcopy(key, memo)] = deepcopy(value, memo)
    return made


def _deep_tuple(x, memo):
    """A tuple of which no part needed a copy is its own copy. In a cycle it may have been copied on the way."""
    made = tuple([deepcopy(item, memo) for item in x])
    if id(x) in memo:
        return memo[id(x)]
    return x if all(map(_is, x, made)) else made


def _is(a, b):
    return a is b


def _deep_method(x, memo):
    return types.MethodType(x.__func__, deepcopy(x.__self__, memo))


_DEEP = {list: _deep_list, dict: _deep_dict, tuple: _deep_tuple, types.MethodType: _deep_method}


def replace(obj, /, **changes):
    """A copy of obj with some fields changed, by its __replace__()."""
    own_way = getattr(obj.__class__, "__replace__", None)
    if own_way is None:
        raise TypeError(f"replace() does not support {obj.__class__.__name__} objects")
    return own_way(obj, **changes)
