"""Protocols: classes that are known by what their instances can do."""

import sys
from abc import ABCMeta
from _typing import Generic, TypeVar

_EXCLUDED = frozenset({'__abstractmethods__', '__annotations__', '__dict__', '__doc__', '__init__', '__module__', '__new__',
                       '__slots__', '__subclasshook__', '__weakref__', '__class_getitem__', '__match_args__',
                       '__static_attributes__', '__firstlineno__', '__annotate__', '__annotate_func__',
                       '__annotations_cache__', '__parameters__', '__orig_bases__', '__orig_class__', '_is_protocol',
                       '_is_runtime_protocol', '__protocol_attrs__', '__non_callable_proto_members__',
                       '__type_params__', '_abc_impl', '__qualname__', '__classdictcell__'})

_ALLOWED_BASES = {
    'collections.abc': ['AsyncIterable', 'AsyncIterator', 'Awaitable', 'Buffer', 'Callable', 'Collection', 'Container',
                        'Hashable', 'ItemsView', 'Iterable', 'Iterator', 'KeysView', 'Mapping', 'MappingView',
                        'MutableMapping', 'MutableSequence', 'MutableSet', 'Reversible', 'Sequence', 'Set', 'Sized',
                        'ValuesView'],
    'contextlib': ['AbstractContextManager', 'AbstractAsyncContextManager'],
    'io': ['Reader', 'Writer'],
    'os': ['PathLike'],
}


def _protocol_classes(cls):
    """Those of a class's bases, and itself, that say something about its members."""
    return [base for base in cls.__mro__ if base is not object and base.__name__ not in ('Protocol', 'Generic')]


def _members(cls):
    """The names of what a protocol asks for."""
    names = set()
    for base in _protocol_classes(cls):
        names.update(vars(base), _annotation_names(base))
    return {name for name in names - _EXCLUDED if not name.startswith('_abc_')}


def _annotation_names(cls):
    from annotationlib import Format, get_annotations
    return get_annotations(cls, format=Format.FORWARDREF)


def _asked_by_library():
    """Is the class check under way one of abc or functools, which must not raise?"""
    return sys._getframemodulename(2) in ('abc', '_abc', 'functools')


def _may_derive(base):
    """May a protocol have this base?"""
    if base is object or base is Generic or issubclass(base, Generic) and getattr(base, '_is_protocol', False):
        return True
    module = 'collections.abc' if base.__module__ == '_collections_abc' else base.__module__
    return base.__name__ in _ALLOWED_BASES.get(module, ())


def _check_runtime(cls):
    if not cls._is_runtime_protocol:
        raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")


class _ProtocolMeta(ABCMeta):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        root = globals().get('Protocol')  # not yet there when it is made itself
        if root is not None and (root in bases or Generic in bases):
            for base in bases:
                if not _may_derive(base):
                    raise TypeError(f'Protocols can only inherit from other protocols, got {base!r}')
        return super().__new__(mcls, name, bases, namespace, **kwargs)

    def __init__(cls, *args, **kwargs):
        if getattr(cls, '_is_protocol', False):
            cls.__protocol_attrs__ = _members(cls)

    def __subclasscheck__(cls, other):
        if cls is Protocol:
            return super(ABCMeta, cls).__subclasscheck__(other)
        if cls._is_protocol and not _asked_by_library():
            if not isinstance(other, type):
                raise TypeError('issubclass() arg 1 must be a class')
            _check_runtime(cls)
            data = cls.__non_callable_proto_members__
            if data and vars(cls).get('__subclasshook__') is _structural_hook:
                raise TypeError("Protocols with non-method members don't support issubclass(). Non-method members: "
                                f"{str(sorted(data))[1:-1]}.")
        return super().__subclasscheck__(other)

    def __instancecheck__(cls, instance):
        if cls is Protocol:
            return super(ABCMeta, cls).__instancecheck__(instance)
        if not cls._is_protocol:
            return super().__instancecheck__(instance)
        _check_runtime(cls)
        return super().__instancecheck__(instance) or all(_provides(instance, name, cls)
                                                          for name in cls.__protocol_attrs__)


def _provides(instance, name, protocol):
    """Has the object the member? None says that it has no such method, but is a value."""
    value = _getattr_static(instance, name)
    if value is None:
        return name in protocol.__non_callable_proto_members__
    return value is not _absent


_absent = object()


def _getattr_static(obj, name):
    """The attribute as it stands in the instance or its classes, without running anything."""
    try:
        return object.__getattribute__(obj, '__dict__')[name]
    except Exception:
        pass  # no dict, or not in it
    value = _find_in_classes(type(obj), name)
    if type(value).__name__ == 'member_descriptor':
        # A slot, which may be empty.
        try:
            value.__get__(obj)
        except AttributeError:
            return _absent
    if value is _absent and isinstance(obj, type):
        return _find_in_classes(obj, name)
    return value


def _find_in_classes(cls, name):
    holders = (namespace for base in cls.__mro__ if name in (namespace := vars(base)))
    return next(holders, {name: _absent})[name]


def _class_has(cls, name):
    """Has a class the member, or the annotation of a protocol that it derives from?"""
    for base in cls.__mro__:
        if name in vars(base):
            return vars(base)[name] is not None
        if getattr(base, '_is_protocol', False) and name in _annotation_names(base):
            return True
    return False


@classmethod
def _structural_hook(cls, other):
    if vars(cls).get('_is_protocol') and all(_class_has(other, name) for name in cls.__protocol_attrs__):
        return True
    return NotImplemented


def _protocol_init(self, *args, **kwargs):
    cls = type(self)
    if cls._is_protocol:
        raise TypeError('Protocols cannot be instantiated')
    if cls.__init__ is _protocol_init:
        # A class that is no protocol itself: the next __init__ behind those of protocols takes over for good.
        inits = (vars(base).get('__init__', _protocol_init) for base in cls.__mro__)
        cls.__init__ = next(init for init in inits if init is not _protocol_init)
        cls.__init__(self, *args, **kwargs)


class Protocol(Generic, metaclass=_ProtocolMeta):
    """The base of protocols. With @runtime_checkable, isinstance() looks at what an object has."""

    __module__ = 'typing'
    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        own = vars(cls)
        if not own.get('_is_protocol'):
            cls._is_protocol = Protocol in cls.__bases__
        if '__subclasshook__' not in own:
            cls.__subclasshook__ = _structural_hook
        if cls._is_protocol and cls.__init__ is Protocol.__init__:
            cls.__init__ = _protocol_init


def runtime_checkable(cls):
    """A class decorator: allows isinstance() and issubclass() with a protocol."""
    if not ((isinstance(cls, type) and issubclass(cls, Generic)) and getattr(cls, '_is_protocol', False)):
        raise TypeError(f'@runtime_checkable can be only applied to protocol classes, got {cls!r}')
    cls.__non_callable_proto_members__ = {name for name in cls.__protocol_attrs__
                                          if not callable(getattr(cls, name, None))}
    cls._is_runtime_protocol = True
    return cls


def is_protocol(tp, /):
    return isinstance(tp, type) and getattr(tp, '_is_protocol', False) and tp is not Protocol


def get_protocol_members(tp, /):
    """The names of what a protocol asks for, as a frozenset."""
    if not is_protocol(tp):
        raise TypeError(f'{tp!r} is not a Protocol')
    return frozenset(tp.__protocol_attrs__)
