"""NamedTuple, TypedDict and NewType: classes, or what looks like one, that are made from annotations."""

import collections
import sys
import types
from annotationlib import Format, annotations_to_string, call_annotate_function, get_annotate_from_class_namespace
from _typing import Generic

from ._forms import (Annotated, Any, NotRequired, ReadOnly, Required, _AnnotatedAlias, _GenericAlias, _type_check,
                     _type_convert)


def _caller_module(depth=2):
    try:
        return sys._getframemodulename(depth) or '__main__'
    except AttributeError:
        return None


def _class_annotations(namespace, owner=None):
    """The annotations of a class body: (dict, names that cannot be resolved stand as references)."""
    if '__annotations__' in namespace:
        return namespace['__annotations__']
    annotate = get_annotate_from_class_namespace(namespace)
    return {} if annotate is None else call_annotate_function(annotate, Format.FORWARDREF, owner=owner)


# --- NamedTuple

_PROHIBITED = frozenset({'__new__', '__init__', '__slots__', '__getnewargs__', '_fields', '_field_defaults',
                         '_field_types', '_make', '_replace', '_asdict', '_source'})
_SPECIAL = frozenset({'__module__', '__name__', '__annotations__', '__annotate__', '__annotate_func__',
                      '__annotations_cache__', '__static_attributes__', '__firstlineno__', '__classdictcell__',
                      '__qualname__'})


def _make_nmtuple(name, fields, annotations, module, defaults=()):
    made = collections.namedtuple(name, fields, defaults=defaults, module=module)
    made.__annotations__ = made.__new__.__annotations__ = dict(annotations)
    return made


class _NamedTupleMeta(type):
    def __new__(cls, typename, bases, namespace):
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError('can only inherit from a NamedTuple type and Generic')
        bases = tuple(tuple if base is _NamedTuple else base for base in bases)
        annotations = {name: _type_check(t, f"field {name} annotation must be a type")
                       for name, t in _class_annotations(namespace).items()}
        with_default = []
        for name in annotations:
            if name in namespace:
                with_default.append(name)
            elif with_default:
                raise TypeError(f"Non-default namedtuple field {name} cannot follow default field"
                                f"{'s' if len(with_default) > 1 else ''} {', '.join(with_default)}")
        made = _make_nmtuple(typename, annotations, annotations, namespace['__module__'],
                             defaults=[namespace[name] for name in with_default])
        made.__bases__ = bases
        made.__orig_bases__ = namespace.get('__orig_bases__', (NamedTuple,))
        if Generic in bases:
            from ._forms import _generic_class_getitem
            made.__class_getitem__ = classmethod(_generic_class_getitem)
        for key, value in namespace.items():
            if key in _PROHIBITED:
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in _SPECIAL:
                if key not in made._fields:
                    setattr(made, key, value)
                set_name = getattr(type(value), '__set_name__', None)
                if set_name is not None:
                    set_name(value, made, key)
        for key in '__qualname__', '__firstlineno__':
            if key in namespace:
                setattr(made, key, namespace[key])
        if Generic in bases:
            made.__init_subclass__()
        return made


def NamedTuple(typename, fields, /):
    """A named tuple whose fields have types: a base class, or NamedTuple('P', [('x', int)])."""
    types_ = [(name, _type_check(t, f"field {name} annotation must be a type")) for name, t in fields]
    made = _make_nmtuple(typename, [name for name, t in types_], dict(types_), _caller_module())
    made.__orig_bases__ = (NamedTuple,)
    return made


_NamedTuple = type.__new__(_NamedTupleMeta, 'NamedTuple', (), {})


def _namedtuple_mro_entries(bases):
    assert NamedTuple in bases
    return (_NamedTuple,)


NamedTuple.__mro_entries__ = _namedtuple_mro_entries
NamedTuple.__module__ = 'typing'


# --- TypedDict

def _qualifiers(annotation):
    """The Required, NotRequired and ReadOnly around a type."""
    while True:
        origin = getattr(annotation, '__origin__', None)
        if isinstance(annotation, _AnnotatedAlias):
            annotation = origin
        elif origin in (Required, NotRequired, ReadOnly):
            yield origin
            annotation, = annotation.__args__
        else:
            return


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError('cannot inherit from both a TypedDict type and a non-TypedDict base class')
        generic = (Generic,) if any(issubclass(b, Generic) for b in bases) else ()
        ns = dict(ns)
        own = {key: _type_check(t, "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type",
                                module=ns.get('__module__'), allow_special_forms=True)
               for key, t in _class_annotations(ns).items()}
        for key in ('__annotate__', '__annotate_func__', '__annotations__'):
            ns.pop(key, None)
        made = type.__new__(_TypedDictMeta, name, (*generic, dict), ns)
        if not hasattr(made, '__orig_bases__'):
            made.__orig_bases__ = bases
        annotations = {}
        required, optional, readonly, mutable = set(), set(), set(), set()
        for base in bases:
            annotations.update(base.__dict__.get('_own_and_inherited', {}))
            base_required = base.__dict__.get('__required_keys__', set())
            required |= base_required
            optional -= base_required
            base_optional = base.__dict__.get('__optional_keys__', set())
            required -= base_optional
            optional |= base_optional
            readonly.update(base.__dict__.get('__readonly_keys__', ()))
            mutable.update(base.__dict__.get('__mutable_keys__', ()))
        annotations.update(own)
        for key, annotation in own.items():
            found = set(_qualifiers(annotation))
            if Required in found:
                is_required = True
            elif NotRequired in found:
                is_required = False
            else:
                is_required = total
            (required if is_required else optional).add(key)
            (optional if is_required else required).discard(key)
            if ReadOnly in found:
                if key in mutable:
                    raise TypeError(f"Cannot override mutable key {key!r} with read-only key")
                readonly.add(key)
            else:
                mutable.add(key)
                readonly.discard(key)
        made._own_and_inherited = annotations
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__readonly_keys__ = frozenset(readonly)
        made.__mutable_keys__ = frozenset(mutable)
        made.__total__ = total
        return made

    __call__ = dict

    def __subclasscheck__(cls, other):
        raise TypeError('TypedDict does not support instance and class checks')

    __instancecheck__ = __subclasscheck__


def TypedDict(typename, fields, /, *, total=True):
    """A dict with certain keys: a base class, or TypedDict('P', {'x': int})."""
    ns = {'__annotations__': dict(fields)}
    module = _caller_module()
    if module is not None:
        ns['__module__'] = module
    made = _TypedDictMeta(typename, (), ns, total=total)
    made.__orig_bases__ = (TypedDict,)
    return made


_TypedDict = type.__new__(_TypedDictMeta, 'TypedDict', (), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)
TypedDict.__module__ = 'typing'


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta) and tp is not _TypedDict


# --- NewType

class NewType:
    """NewType('UserId', int): a name that type checkers take for a class of its own; at run time it does nothing."""

    __module__ = 'typing'

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition('.')[-1]
        self.__supertype__ = tp
        module = _caller_module()
        if module != 'typing':
            self.__module__ = module

    def __call__(self, x, /):
        return x

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of NewType. Perhaps you were looking for: "
                        f"`{self.__name__} = NewType({self.__name__!r}, {self.__name__})`")

    def __repr__(self):
        return f'{self.__module__}.{self.__qualname__}'

    def __reduce__(self):
        return self.__qualname__

    def __or__(self, other):
        from _typing import Union
        return Union[self, other]

    def __ror__(self, other):
        from _typing import Union
        return Union[other, self]
