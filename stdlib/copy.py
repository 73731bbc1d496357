"""Copies of objects: copy(x) shares the parts of x, deepcopy(x) copies them too.

An object says how it is to be copied: by a method of its own (__copy__, __deepcopy__), or by the recipe with which it
would be pickled (copyreg.dispatch_table, __reduce_ex__). A deep copy keeps a memo of what was copied already, by id, so
that what was shared is shared again and cycles close.
"""

import _copy

__all__ = ["Error", "copy", "deepcopy", "replace"]


class Error(Exception):
    pass


error = Error

def copy(x):
    """A shallow copy: a new object with the same parts."""
    return _copy.shallow(x)


def deepcopy(x, memo=None, _nil=[]):
    """A deep copy. memo maps the ids of what was copied already to the copies."""
    return _copy.deep(x, memo)


def replace(obj, /, **changes):
    """A copy of obj with some fields changed, by its __replace__()."""
    own_way = getattr(obj.__class__, "__replace__", None)
    if own_way is None:
        raise TypeError(f"replace() does not support {obj.__class__.__name__} objects")
    return own_way(obj, **changes)
