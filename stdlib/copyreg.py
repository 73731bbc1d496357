"""How objects of classes that cannot say it themselves are pickled and copied."""

__all__ = ["pickle", "constructor", "add_extension", "remove_extension", "clear_extension_cache"]

dispatch_table = {}


def pickle(ob_type, pickle_function, constructor_ob=None):
    """Has pickle_function(instance) make what __reduce__ would."""
    if not callable(pickle_function):
        raise TypeError("reduction functions must be callable")
    dispatch_table[ob_type] = pickle_function
    if constructor_ob is not None:
        constructor(constructor_ob)


def constructor(object):
    """Declares that object makes instances when unpickling."""
    if not callable(object):
        raise TypeError("constructors must be callable")


def _union_recipe(union):
    from functools import reduce
    from operator import or_
    return reduce, (or_, union.__args__)


pickle(complex, lambda number: (complex, (number.real, number.imag)), complex)
pickle(super, lambda bound: (super, (bound.__thisclass__, bound.__self__)))
pickle(type(int | str), _union_recipe)


# The protocols 0 and 1 of pickle: object.__reduce_ex__ comes here. An instance is told by its class, the built-in type
# that the class is laid out after, and what that type makes of it (an int for a class derived from int).

def _reconstructor(cls, base, state):
    """The function that such pickles name."""
    if base is object:
        return object.__new__(cls)
    made = base.__new__(cls, state)
    if base.__init__ is not object.__init__:
        base.__init__(made, state)
    return made


def _is_built_in(cls):
    """Was the class, or at least its __new__, not written in Python?"""
    made_at_run_time = 1 << 9  # in __flags__
    maker = cls.__new__
    return not cls.__flags__ & made_at_run_time or getattr(maker, "__self__", None) is cls


def _reduce_ex(self, proto):
    cls = self.__class__
    base = next(filter(_is_built_in, cls.__mro__))
    if base is cls and base is not object:
        raise TypeError(f"cannot pickle {cls.__name__!r} object")
    recipe = _reconstructor, (cls, base, None if base is object else base(self))
    if type(self).__getstate__ is object.__getstate__ and getattr(self, "__slots__", None):
        raise TypeError("a class that defines __slots__ without defining __getstate__ cannot be pickled")
    state = self.__getstate__()
    return (*recipe, state) if state else recipe


# The protocols from 2 on.

def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    """As __newobj__, for constructors that take keywords."""
    return cls.__new__(cls, *args, **kwargs)


def _slotnames(cls):
    """The names of all slots of a class, those of its bases included; kept in the class as __slotnames__."""
    if (known := vars(cls).get("__slotnames__")) is not None:
        return known
    found = []
    for c in cls.__mro__ if hasattr(cls, "__slots__") else ():
        slots = vars(c).get("__slots__", ())
        found += [_mangled(c, slot) for slot in ([slots] if isinstance(slots, str) else slots)
                  if slot not in ("__dict__", "__weakref__")]
    try:
        cls.__slotnames__ = found
    except Exception:  # the class does not want to keep it
        pass
    return found


def _mangled(cls, name):
    """A private name as it is outside of its class."""
    owner = cls.__name__.lstrip("_")
    private = name.startswith("__") and not name.endswith("__") and owner
    return f"_{owner}{name}" if private else name


# Extension codes: numbers that stand for classes in pickles. pickle looks them up here, in both directions.

_extension_registry = {}
_inverted_registry = {}
_extension_cache = {}


def _is_registered(key, code):
    return _extension_registry.get(key) == code and _inverted_registry.get(code) == key


def add_extension(module, name, code):
    """Has code stand for module.name."""
    key, code = (module, name), int(code)
    if not 0 < code < 1 << 31:
        raise ValueError("code out of range")
    if _is_registered(key, code):
        return
    if key in _extension_registry:
        raise ValueError(f"key {key} is already registered with code {_extension_registry[key]}")
    if code in _inverted_registry:
        raise ValueError(f"code {code} is already in use for key {_inverted_registry[code]}")
    _extension_registry[key], _inverted_registry[code] = code, key


def remove_extension(module, name, code):
    """Forgets a code; for tests."""
    key = module, name
    if not _is_registered(key, code):
        raise ValueError(f"key {key} is not registered with code {code}")
    del _extension_registry[key], _inverted_registry[code]
    _extension_cache.pop(code, None)


def clear_extension_cache():
    """Forgets which objects the codes stood for."""
    _extension_cache.clear()
