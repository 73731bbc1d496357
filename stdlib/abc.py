"""Abstract base classes: classes that say what their subclasses must define."""

from _abc import (get_cache_token, _abc_init, _abc_register, _abc_instancecheck, _abc_subclasscheck, _get_dump,
                  _reset_registry, _reset_caches)


def abstractmethod(funcobj):
    """Marks a method that subclasses must override before they can be instantiated."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class _AbstractDecorator:
    """The older spelling of two decorators over one another."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        super().__init__(abstractmethod(callable))


class abstractclassmethod(_AbstractDecorator, classmethod):
    """@classmethod over @abstractmethod."""


class abstractstaticmethod(_AbstractDecorator, staticmethod):
    """@staticmethod over @abstractmethod."""


class abstractproperty(property):
    """@property over @abstractmethod."""

    __isabstractmethod__ = True


class ABCMeta(type):
    """The metaclass of abstract base classes."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        _abc_init(cls)
        return cls

    def register(cls, subclass):
        """Makes subclass a virtual subclass; returns it, so that this can decorate a class."""
        return _abc_register(cls, subclass)

    def __instancecheck__(cls, instance):
        return _abc_instancecheck(cls, instance)

    def __subclasscheck__(cls, subclass):
        return _abc_subclasscheck(cls, subclass)

    def _dump_registry(cls, file=None):
        """Prints what the class remembers, for debugging."""
        names = "_abc_registry", "_abc_cache", "_abc_negative_cache", "_abc_negative_cache_version"
        lines = [f"Class: {cls.__module__}.{cls.__qualname__}", f"Inv. counter: {get_cache_token()}"]
        lines += [f"{name}: {value!r}" for name, value in zip(names, _get_dump(cls))]
        print("\n".join(lines), file=file)

    def _abc_registry_clear(cls):
        _reset_registry(cls)

    def _abc_caches_clear(cls):
        _reset_caches(cls)


def _is_abstract(value):
    return getattr(value, "__isabstractmethod__", False)


def update_abstractmethods(cls):
    """Finds out again which methods of cls are abstract, after some were added to or taken from it."""
    if hasattr(cls, "__abstractmethods__"):
        own = [name for name, value in vars(cls).items() if _is_abstract(value)]
        inherited = [name for base in cls.__bases__ for name in getattr(base, "__abstractmethods__", ())
                     if _is_abstract(getattr(cls, name, None))]
        cls.__abstractmethods__ = frozenset(own + inherited)
    return cls


class ABC(metaclass=ABCMeta):
    """Base class for whoever wants an abstract class without naming the metaclass."""

    __slots__ = ()
