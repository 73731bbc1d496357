"""The types that have no name of their own in the language, and tools for making classes at run time."""

from _types import *

CapsuleType = type('PyCapsule', (), {'__module__': 'builtins', '__slots__': ()})


def new_class(name, bases=(), kwds=None, exec_body=None):
    """Makes a class as a class statement would: exec_body(namespace) fills it."""
    actual = resolve_bases(bases)
    metaclass, namespace, keywords = prepare_class(name, actual, kwds)
    if exec_body is not None:
        exec_body(namespace)
    if actual is not bases:
        namespace["__orig_bases__"] = bases
    return metaclass(name, actual, namespace, **keywords)


def _entries(base, bases):
    """What stands in the place of one base: itself, or what its __mro_entries__ gives."""
    if isinstance(base, type) or not hasattr(base, "__mro_entries__"):
        return (base,)
    entries = base.__mro_entries__(bases)
    if isinstance(entries, tuple):
        return entries
    raise TypeError("__mro_entries__ must return a tuple")


def resolve_bases(bases):
    """The bases with every object that is no class replaced by what its __mro_entries__ says; `bases` itself if there
    was none."""
    actual = tuple([entry for base in bases for entry in _entries(base, bases)])
    unchanged = len(actual) == len(bases) and all(map(lambda a, b: a is b, actual, bases))
    return bases if unchanged else actual


def prepare_class(name, bases=(), kwds=None):
    """What a class statement does before it runs the body: (metaclass, namespace, remaining keywords)."""
    keywords = dict(kwds or {})
    metaclass = keywords.pop("metaclass") if "metaclass" in keywords else type(bases[0]) if bases else type
    if isinstance(metaclass, type):
        metaclass = _most_derived([metaclass, *map(type, bases)])
    prepare = getattr(metaclass, "__prepare__", None)
    return metaclass, {} if prepare is None else prepare(name, bases, **keywords), keywords


def _most_derived(metaclasses):
    """The one that is a subclass of all."""
    winner = metaclasses[0]
    for other in metaclasses[1:]:
        if issubclass(other, winner):
            winner = other
        elif not issubclass(winner, other):
            raise TypeError("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of "
                            "the metaclasses of all its bases")
    return winner


def get_original_bases(cls, /):
    """The bases as they were written, before __mro_entries__ replaced any."""
    try:
        return cls.__dict__.get("__orig_bases__", cls.__bases__)
    except AttributeError:
        raise TypeError(f"Expected an instance of type, not {type(cls).__name__!r}") from None


class DynamicClassAttribute:
    """A property of instances only: the class looks the name up in its metaclass's __getattr__."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget, self.fset, self.fdel = fget, fset, fdel
        self.__doc__ = doc or fget.__doc__
        self.overwrite_doc = doc is None  # a later getter brings its own
        self.__isabstractmethod__ = bool(getattr(fget, "__isabstractmethod__", False))

    def __get__(self, instance, ownerclass=None):
        if instance is not None:
            return self._or_error(self.fget, "unreadable attribute")(instance)
        if self.__isabstractmethod__:
            return self
        raise AttributeError()

    def __set__(self, instance, value):
        self._or_error(self.fset, "can't set attribute")(instance, value)

    def __delete__(self, instance):
        self._or_error(self.fdel, "can't delete attribute")(instance)

    @staticmethod
    def _or_error(function, message):
        if function is None:
            raise AttributeError(message)
        return function

    def _with(self, doc=None, **functions):
        """Another one, some of whose functions are new."""
        parts = {"fget": self.fget, "fset": self.fset, "fdel": self.fdel} | functions
        made = type(self)(**parts, doc=doc or self.__doc__)
        made.overwrite_doc = self.overwrite_doc
        return made

    def getter(self, fget):
        return self._with(fget.__doc__ if self.overwrite_doc else None, fget=fget)

    def setter(self, fset):
        return self._with(fset=fset)

    def deleter(self, fdel):
        return self._with(fdel=fdel)


def _forwarded(name):
    return property(lambda self: getattr(self._generator, name))


class _GeneratorWrapper:
    """Makes an awaitable of something that has the methods of a generator."""

    def __init__(self, gen):
        self._generator = gen
        self.__name__ = getattr(gen, "__name__", None)
        self.__qualname__ = getattr(gen, "__qualname__", None)

    def send(self, val):
        return self._generator.send(val)

    def throw(self, tp, *rest):
        return self._generator.throw(tp, *rest)

    def close(self):
        return self._generator.close()

    def __next__(self):
        return next(self._generator)

    def __iter__(self):
        return self._generator if type(self._generator) is GeneratorType else self

    __await__ = __iter__

    # As a generator and as a coroutine it has the same state.
    gi_code = cr_code = _forwarded("gi_code")
    gi_frame = cr_frame = _forwarded("gi_frame")
    gi_running = cr_running = _forwarded("gi_running")
    gi_suspended = cr_suspended = _forwarded("gi_suspended")
    gi_yieldfrom = cr_await = _forwarded("gi_yieldfrom")


# Bits of co_flags.
_GENERATOR, _COROUTINE, _AWAITABLE_GENERATOR = 0x20, 0x80, 0x100


def coroutine(func):
    """Makes a generator function one whose generators can be awaited. Of any other callable, what it returns is made
    awaitable if it is like a generator."""
    if not callable(func):
        raise TypeError("types.coroutine() expects a callable")
    code = getattr(func, "__code__", None)
    if type(func) is FunctionType and type(code) is CodeType:
        if code.co_flags & (_COROUTINE | _AWAITABLE_GENERATOR):
            return func
        if code.co_flags & _GENERATOR:
            func.__code__ = code.replace(co_flags=code.co_flags | _AWAITABLE_GENERATOR)
            return func

    from functools import wraps

    @wraps(func)
    def awaitable(*args, **kwargs):
        return _awaitable(func(*args, **kwargs))
    return awaitable


def _awaitable(result):
    from collections.abc import Coroutine, Generator
    if type(result) is GeneratorType and result.gi_code.co_flags & _AWAITABLE_GENERATOR:
        return result
    is_like_generator = isinstance(result, Generator) and not isinstance(result, Coroutine)
    return _GeneratorWrapper(result) if is_like_generator else result


__all__ = [name for name in globals() if not name.startswith('_')]
