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


def _get_protocol_attrs(cls):
    attrs = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in {'Protocol', 'Generic'}:
            continue
        annotations = _annotation_names(base)
        for attr in (*base.__dict__, *annotations):
            if not attr.startswith('_abc_') and attr not in _EXCLUDED:
                attrs.add(attr)
    return attrs


def _annotation_names(cls):
    from annotationlib import Format, get_annotations
    return get_annotations(cls, format=Format.FORWARDREF)


def _caller(depth=2):
    try:
        return sys._getframemodulename(depth)
    except AttributeError:
        return None


class _ProtocolMeta(ABCMeta):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        if name == "Protocol" and bases == (Generic,):
            pass
        elif {Protocol, Generic} & set(bases):
            for base in bases:
                if not (base in {object, Generic} or
                        base.__name__ in _ALLOWED_BASES.get(base.__module__.replace('_collections_abc',
                                                                                    'collections.abc'), ()) or
                        (issubclass(base, Generic) and getattr(base, '_is_protocol', False))):
                    raise TypeError(f'Protocols can only inherit from other protocols, got {base!r}')
        return super().__new__(mcls, name, bases, namespace, **kwargs)

    def __init__(cls, *args, **kwargs):
        if getattr(cls, '_is_protocol', False):
            cls.__protocol_attrs__ = _get_protocol_attrs(cls)

    def __subclasscheck__(cls, other):
        if cls is Protocol:
            return type.__subclasscheck__(cls, other)
        if getattr(cls, '_is_protocol', False) and not _caller() in {'abc', 'functools', '_abc'}:
            if not isinstance(other, type):
                raise TypeError('issubclass() arg 1 must be a class')
            if not getattr(cls, '_is_runtime_protocol', False):
                raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
            if cls.__non_callable_proto_members__ and \
                    cls.__dict__.get('__subclasshook__') is _proto_hook_of(cls):
                members = sorted(cls.__non_callable_proto_members__)
                raise TypeError("Protocols with non-method members don't support issubclass(). Non-method members: "
                                f"{str(members)[1:-1]}.")
        return super().__subclasscheck__(other)

    def __instancecheck__(cls, instance):
        if cls is Protocol:
            return type.__instancecheck__(cls, instance)
        if not getattr(cls, '_is_protocol', False):
            return ABCMeta.__instancecheck__(cls, instance)
        if not getattr(cls, '_is_runtime_protocol', False):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        if ABCMeta.__instancecheck__(cls, instance):
            return True
        for attr in cls.__protocol_attrs__:
            value = _getattr_static(instance, attr)
            if value is _absent or value is None and attr not in cls.__non_callable_proto_members__:
                return False
        return True


_absent = object()


def _getattr_static(obj, name):
    """The attribute as it stands in the instance or its classes, without running anything."""
    try:
        if name in object.__getattribute__(obj, '__dict__'):
            return object.__getattribute__(obj, '__dict__')[name]
    except Exception:
        pass
    for base in type(obj).__mro__:
        if name in base.__dict__:
            value = base.__dict__[name]
            if type(value).__name__ == 'member_descriptor':
                # A slot that may be empty.
                try:
                    value.__get__(obj)
                except AttributeError:
                    return _absent
            return value
    if isinstance(obj, type):
        for base in obj.__mro__:
            if name in base.__dict__:
                return base.__dict__[name]
    return _absent


def _proto_hook_of(cls):
    return cls.__dict__.get('__subclasshook__')


def _proto_hook(cls, other):
    if not cls.__dict__.get('_is_protocol', False):
        return NotImplemented
    for attr in cls.__protocol_attrs__:
        for base in other.__mro__:
            if attr in base.__dict__:
                if base.__dict__[attr] is None:
                    return NotImplemented
                break
            if getattr(base, '_is_protocol', False) and base is not object and attr in _annotation_names(base):
                break
        else:
            return NotImplemented
    return True


def _no_init_or_replace_init(self, *args, **kwargs):
    cls = type(self)
    if cls._is_protocol:
        raise TypeError('Protocols cannot be instantiated')
    if cls.__init__ is not _no_init_or_replace_init:
        return
    # A class that is no protocol itself: the next __init__ behind the protocols takes over.
    for base in cls.__mro__:
        init = base.__dict__.get('__init__', _no_init_or_replace_init)
        if init is not _no_init_or_replace_init:
            cls.__init__ = init
            break
    else:
        cls.__init__ = object.__init__
    cls.__init__(self, *args, **kwargs)


class Protocol(Generic, metaclass=_ProtocolMeta):
    """The base of protocols. With @runtime_checkable, isinstance() looks at what an object has."""

    __module__ = 'typing'
    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get('_is_protocol', False):
            cls._is_protocol = any(b is Protocol for b in cls.__bases__)
        if '__subclasshook__' not in cls.__dict__:
            cls.__subclasshook__ = classmethod(_proto_hook)
        if cls._is_protocol and cls.__init__ is Protocol.__init__:
            cls.__init__ = _no_init_or_replace_init


def runtime_checkable(cls):
    """A class decorator: allows isinstance() and issubclass() with a protocol."""
    if not ((isinstance(cls, type) and issubclass(cls, Generic)) and getattr(cls, '_is_protocol', False)):
        raise TypeError(f'@runtime_checkable can be only applied to protocol classes, got {cls!r}')
    cls._is_runtime_protocol = True
    cls.__non_callable_proto_members__ = set()
    for attr in cls.__protocol_attrs__:
        if not callable(getattr(cls, attr, None)):
            cls.__non_callable_proto_members__.add(attr)
    return cls


def is_protocol(tp, /):
    return isinstance(tp, type) and getattr(tp, '_is_protocol', False) and tp is not Protocol


def get_protocol_members(tp, /):
    """The names of what a protocol asks for, as a frozenset."""
    if not is_protocol(tp):
        raise TypeError(f'{tp!r} is not a Protocol')
    return frozenset(tp.__protocol_attrs__)
