"""What an object has: its attributes, the classes that they come from, the variables that a function uses."""
import builtins
import collections
import types

from _inspect import names_used
from inspect._kinds import isclass, isfunction, ismethod, isroutine

Attribute = collections.namedtuple('Attribute', 'name kind defining_class object')
ClosureVars = collections.namedtuple('ClosureVars', 'nonlocals globals builtins unbound')


def getmro(cls):
    """The classes in which an attribute of cls is looked for, in that order."""
    return cls.__mro__


# --- members ---

def _members(object, predicate, get):
    names, mro = dir(object), getmro(object) if isclass(object) else ()
    if mro:
        # A DynamicClassAttribute of a base is no attribute of the class, but one of its instances.
        names += [name for base in object.__bases__ for name, value in vars(base).items()
                  if isinstance(value, types.DynamicClassAttribute)]
    found, seen = [], set()
    for name in names:
        try:
            value = get(object, name)
            if name in seen:
                raise AttributeError
        except AttributeError:
            owner = next((base for base in mro if name in vars(base)), None)
            if owner is None:  # dir() named it, but it is not there
                continue
            value = vars(owner)[name]
        seen.add(name)
        if predicate is None or predicate(value):
            found.append((name, value))
    return sorted(found, key=lambda pair: pair[0])


def getmembers(object, predicate=None):
    """The attributes of an object as (name, value), sorted by name; only those whose value satisfies predicate."""
    return _members(object, predicate, getattr)


def getmembers_static(object, predicate=None):
    """getmembers() that runs no code: descriptors stay what they are, and __getattr__ is not asked."""
    return _members(object, predicate, getattr_static)


def classify_class_attrs(cls):
    """Each attribute of a class as an Attribute. kind is 'class method', 'static method', 'property', 'method' or
    'data'; object is what stands in the dict of defining_class."""
    mro = getmro(cls)
    meta_mro = tuple(c for c in getmro(type(cls)) if c not in (type, object))
    where = mro + meta_mro
    names = dir(cls)
    names += [name for base in mro for name, value in vars(base).items()
              if isinstance(value, types.DynamicClassAttribute) and value.fget is not None]
    found, seen = [], set()
    for name in names:
        # What is named a second time is a DynamicClassAttribute: it counts as what stands in the dict.
        attribute = _classify(cls, name, where, meta_mro, look_up=name not in seen and name != '__dict__')
        if attribute:
            found.append(attribute)
        seen.add(name)
    return found


def _classify(cls, name, where, meta_mro, look_up):
    value, home = None, None
    if look_up:
        try:
            value = getattr(cls, name)
        except Exception:
            pass
        else:
            home = getattr(value, '__objclass__', None)
            if home not in where:
                # A computed value belongs to the class that gives it: the last one that gives the same.
                same = [c for c in getmro(cls) if getattr(c, name, None) is value]
                from_meta = [c for c in meta_mro if _computed(c, cls, name) is value]
                home = (from_meta or same or [None])[-1]
    stored_at = next((base for base in where if name in vars(base)), None)
    if stored_at is None and home is None:
        return None
    stored = vars(stored_at)[name] if stored_at is not None else value
    home = home if stored_at is None or home in meta_mro else stored_at
    object = value if value is not None else stored
    if isinstance(stored, (staticmethod, types.BuiltinFunctionType)):
        kind, object = 'static method', stored
    elif isinstance(stored, (classmethod, types.ClassMethodDescriptorType)):
        kind, object = 'class method', stored
    elif isinstance(stored, property):
        kind, object = 'property', stored
    else:
        kind = 'method' if isroutine(object) else 'data'
    return Attribute(name, kind, home, object)


def _computed(metaclass, cls, name):
    try:
        return metaclass.__getattr__(cls, name)
    except AttributeError:
        return None


# --- the tree of classes ---

def walktree(classes, children, parent):
    """The part of getclasstree() that lies below parent."""
    tree = []
    for c in sorted(classes, key=lambda c: (c.__module__, c.__name__)):
        tree.append((c, c.__bases__))
        if c in children:
            tree.append(walktree(children[c], children, c))
    return tree


def getclasstree(classes, unique=False):
    """The classes and their bases as nested lists: behind (class, bases) stands the list of what is derived from it.
    With `unique` a class stands below one of its bases only."""
    children, roots = {}, []
    for c in classes:
        for base in c.__bases__:
            below = children.setdefault(base, [])
            if c not in below:
                below.append(c)
            if unique and base in classes:
                break
        if not c.__bases__ and c not in roots:
            roots.append(c)
    roots += [base for base in children if base not in classes and base not in roots]
    return walktree(roots, children, None)


# --- attributes without running code ---

_nothing = object()
_dict_of_class = type.__dict__['__dict__'].__get__
_mro_of_class = type.__dict__['__mro__'].__get__


def _in_class(cls, name):
    """The value in the dict of the first class of the MRO that has the name."""
    for base in _mro_of_class(cls):
        value = _dict_of_class(base).get(name, _nothing)
        if value is not _nothing:
            return value
    return _nothing


def _has_own_dict(cls):
    """Is the __dict__ of instances the real one, and not an attribute that a class calls so?"""
    for base in _mro_of_class(cls):
        value = _dict_of_class(base).get('__dict__', _nothing)
        if value is not _nothing:
            return (type(value) is types.GetSetDescriptorType and value.__name__ == '__dict__'
                    and value.__objclass__ is base)
    return True


def _in_instance(object, cls, name):
    if types.ModuleType in _mro_of_class(cls) or _has_own_dict(cls):
        try:
            values = builtins.object.__getattribute__(object, '__dict__')
        except AttributeError:
            return _nothing
        return dict.get(values, name, _nothing) if dict in _mro_of_class(type(values)) else _nothing
    return _nothing


def getattr_static(obj, attr, default=_nothing):
    """An attribute as it is stored: no descriptor, __getattr__ or __getattribute__ is called."""
    in_instance = _nothing
    if type in _mro_of_class(type(obj)):
        cls = obj
        in_class = _in_class(cls, attr)
        if in_class is _nothing:
            in_class = _in_class(type(cls), attr)
    else:
        cls = type(obj)
        in_class = _in_class(cls, attr)
        slot = _in_class(cls, '__dict__')
        if slot is _nothing or type(slot) is types.GetSetDescriptorType or type(slot) is types.MemberDescriptorType:
            in_instance = _in_instance(obj, cls, attr)
        if in_instance is not _nothing and in_class is not _nothing:
            kind = type(in_class)
            overrides = _in_class(kind, '__get__') is not _nothing and (
                _in_class(kind, '__set__') is not _nothing or _in_class(kind, '__delete__') is not _nothing)
            return in_class if overrides else in_instance
    for value in (in_instance, in_class, default):
        if value is not _nothing:
            return value
    raise AttributeError(attr)


# --- the variables of a function ---

def getclosurevars(func):
    """The names that a function uses without defining them, with their values: those of the functions around it, of the
    module, of builtins, and those that nothing stands behind."""
    if ismethod(func):
        func = func.__func__
    if not isfunction(func):
        raise TypeError(f'{func!r} is not a Python function')
    code = func.__code__
    nonlocals = {name: cell.cell_contents for name, cell in zip(code.co_freevars, func.__closure__ or ())}
    outermost = func.__globals__.get('__builtins__', func.__builtins__)
    outermost = vars(outermost) if isinstance(outermost, types.ModuleType) else outermost
    found_globals, found_builtins = {}, {}
    names, unbound = names_used(code)
    for name in names:
        if name in func.__globals__:
            found_globals[name] = func.__globals__[name]
        elif name in outermost:
            found_builtins[name] = outermost[name]
        else:
            unbound.add(name)
    return ClosureVars(nonlocals, found_globals, found_builtins, unbound)
