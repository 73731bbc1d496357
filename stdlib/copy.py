"""Copies of objects: copy(x) shares the parts of x, deepcopy(x) copies them too."""

import types
import weakref
from copyreg import dispatch_table

__all__ = ["Error", "copy", "deepcopy", "replace"]


class Error(Exception):
    pass


error = Error

_ATOMIC = {types.NoneType, int, float, bool, complex, str, tuple, bytes, frozenset, type, range, slice, property,
           types.BuiltinFunctionType, types.EllipsisType, types.NotImplementedType, types.FunctionType,
           types.CodeType, weakref.ref, super}
_COPYABLE = {list: list.copy, dict: dict.copy, set: set.copy, bytearray: bytearray.copy}


def copy(x):
    """A shallow copy: a new object with the same parts."""
    cls = type(x)
    if cls in _ATOMIC:
        return x
    if cls in _COPYABLE:
        return _COPYABLE[cls](x)
    if issubclass(cls, type):
        return x
    copier = getattr(cls, "__copy__", None)
    if copier is not None:
        return copier(x)
    reduced = _reduce(x, cls, "copy")
    if isinstance(reduced, str):
        return x
    return _reconstruct(x, None, *reduced)


def _reduce(x, cls, where):
    """What __reduce__ and its relatives say about making another x."""
    reductor = dispatch_table.get(cls)
    if reductor is not None:
        return reductor(x)
    reductor = getattr(x, "__reduce_ex__", None)
    if reductor is not None:
        return reductor(4)
    reductor = getattr(x, "__reduce__", None)
    if reductor:
        return reductor()
    if where == "copy":
        raise Error(f"un(shallow)copyable object of type {cls}")
    raise Error(f"un(deep)copyable object of type {cls}")


_DEEP_ATOMIC = {types.NoneType, types.EllipsisType, types.NotImplementedType, int, float, bool, complex, bytes, str,
                types.CodeType, type, range, types.BuiltinFunctionType, types.FunctionType, weakref.ref, property}


def deepcopy(x, memo=None, _nil=[]):
    """A deep copy. memo maps the ids of what was copied already to the copies, so that sharing and cycles stay."""
    cls = type(x)
    if cls in _DEEP_ATOMIC:
        return x
    ident = id(x)
    if memo is None:
        memo = {}
    else:
        y = memo.get(ident, _nil)
        if y is not _nil:
            return y
    copier = _deepcopy_dispatch.get(cls)
    if copier is not None:
        y = copier(x, memo)
    elif issubclass(cls, type):
        y = x
    else:
        copier = getattr(x, "__deepcopy__", None)
        if copier is not None:
            y = copier(memo)
        else:
            reduced = _reduce(x, cls, "deepcopy")
            y = x if isinstance(reduced, str) else _reconstruct(x, memo, *reduced)
    if y is not x:
        memo[ident] = y
        _keep_alive(x, memo)
    return y


def _deepcopy_list(x, memo):
    y = []
    memo[id(x)] = y
    append = y.append
    for item in x:
        append(deepcopy(item, memo))
    return y


def _deepcopy_tuple(x, memo):
    y = [deepcopy(item, memo) for item in x]
    # A copy may exist by now, if the tuple is part of a cycle.
    if id(x) in memo:
        return memo[id(x)]
    for old, new in zip(x, y):
        if old is not new:
            return tuple(y)
    return x


def _deepcopy_dict(x, memo):
    y = {}
    memo[id(x)] = y
    for key, value in x.items():
        y[deepcopy(key, memo)] = deepcopy(value, memo)
    return y


def _deepcopy_method(x, memo):
    return type(x)(x.__func__, deepcopy(x.__self__, memo))


_deepcopy_dispatch = {list: _deepcopy_list, tuple: _deepcopy_tuple, dict: _deepcopy_dict,
                      types.MethodType: _deepcopy_method}


def _keep_alive(x, memo):
    """Holds x in the memo: an id means x only as long as x lives."""
    memo.setdefault(id(memo), []).append(x)


def _reconstruct(x, memo, func, args, state=None, listiter=None, dictiter=None):
    """Makes an object as __reduce__ has described it; a deep copy if there is a memo."""
    deep = memo is not None
    if deep and args:
        args = (deepcopy(arg, memo) for arg in args)
    y = func(*args)
    if deep:
        memo[id(x)] = y
    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        if hasattr(y, '__setstate__'):
            y.__setstate__(state)
        else:
            slots = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            if state is not None:
                y.__dict__.update(state)
            if slots is not None:
                for key, value in slots.items():
                    setattr(y, key, value)
    if listiter is not None:
        for item in listiter:
            y.append(deepcopy(item, memo) if deep else item)
    if dictiter is not None:
        for key, value in dictiter:
            if deep:
                key, value = deepcopy(key, memo), deepcopy(value, memo)
            y[key] = value
    return y


def replace(obj, /, **changes):
    """A copy of obj with some fields changed, by its __replace__()."""
    cls = obj.__class__
    func = getattr(cls, '__replace__', None)
    if func is None:
        raise TypeError(f"replace() does not support {cls.__name__} objects")
    return func(obj, **changes)
