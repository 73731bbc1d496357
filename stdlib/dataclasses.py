"""Classes that are made of their fields: the methods that follow from these are written by the decorator.

The methods of a class are written as one piece of source, which is run once; the namespace that it runs in holds the
defaults and the types.
"""

import abc
import copy
import keyword
import reprlib
import sys
import types
from annotationlib import Format, get_annotations
from types import FunctionType, GenericAlias, MappingProxyType

__all__ = ['dataclass', 'field', 'Field', 'FrozenInstanceError', 'InitVar', 'KW_ONLY', 'MISSING', 'fields', 'asdict',
           'astuple', 'make_dataclass', 'replace', 'is_dataclass']


class FrozenInstanceError(AttributeError):
    """An attribute of a frozen instance was to be changed."""


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return '<factory>'


_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()


class _MISSING_TYPE:
    pass


MISSING = _MISSING_TYPE()


class _KW_ONLY_TYPE:
    pass


KW_ONLY = _KW_ONLY_TYPE()

_EMPTY_METADATA = MappingProxyType({})
_FIELDS = '__dataclass_fields__'
_PARAMS = '__dataclass_params__'
_POST_INIT_NAME = '__post_init__'


class _FIELD_BASE:
    __slots__ = ('name',)

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD = _FIELD_BASE('_FIELD')
_FIELD_CLASSVAR = _FIELD_BASE('_FIELD_CLASSVAR')
_FIELD_INITVAR = _FIELD_BASE('_FIELD_INITVAR')

_ATOMIC_TYPES = frozenset({types.NoneType, bool, int, float, str, complex, bytes, types.EllipsisType,
                           types.NotImplementedType, types.CodeType, types.BuiltinFunctionType, types.FunctionType,
                           type, range, property})


class InitVar:
    """InitVar[int]: not a field, but a parameter of __init__ that goes to __post_init__."""

    __slots__ = ('type',)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        if isinstance(self.type, type) and not isinstance(self.type, GenericAlias):
            return f'dataclasses.InitVar[{self.type.__name__}]'
        return f'dataclasses.InitVar[{self.type!r}]'

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    """What is known of a field. Made by field() and the decorator; fields() gives them out."""

    __slots__ = ('name', 'type', 'default', 'default_factory', 'repr', 'hash', 'init', 'compare', 'metadata', 'kw_only',
                 'doc', '_field_type')

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only, doc):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _EMPTY_METADATA if metadata is None else MappingProxyType(metadata)
        self.kw_only = kw_only
        self.doc = doc
        self._field_type = None

    @reprlib.recursive_repr()
    def __repr__(self):
        shown = ('name', 'type', 'default', 'default_factory', 'init', 'repr', 'hash', 'compare', 'metadata', 'kw_only',
                 'doc')
        text = ','.join(f'{name}={getattr(self, name)!r}' for name in shown)
        return f'Field({text},_field_type={self._field_type})'

    def __set_name__(self, owner, name):
        set_name = getattr(type(self.default), '__set_name__', None)
        if set_name:
            set_name(self.default, owner, name)

    __class_getitem__ = classmethod(GenericAlias)


class _DataclassParams:
    __slots__ = ('init', 'repr', 'eq', 'order', 'unsafe_hash', 'frozen', 'match_args', 'kw_only', 'slots',
                 'weakref_slot')

    def __init__(self, *values):
        for name, value in zip(self.__slots__, values):
            setattr(self, name, value)

    def __repr__(self):
        return f'_DataclassParams({",".join(f"{name}={getattr(self, name)!r}" for name in self.__slots__)})'


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING, doc=None):
    """A field with more to say than its type and default."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only, doc)


# --- the fields of a class

def _is_classvar(annotation, typing):
    return annotation is typing.ClassVar or (type(annotation) is typing._GenericAlias and
                                             annotation.__origin__ is typing.ClassVar)


def _is_initvar(annotation, dataclasses):
    return annotation is dataclasses.InitVar or type(annotation) is dataclasses.InitVar


def _is_kw_only(annotation, dataclasses):
    return annotation is dataclasses.KW_ONLY


def _word(text):
    """The identifier at its start, and the rest."""
    end = 0
    while end < len(text) and (text[end].isalnum() or text[end] == '_'):
        end += 1
    return text[:end], text[end:]


def _is_type(annotation, cls, module, wanted, predicate):
    """Does a string annotation begin with a name, or module.name, that means the wanted object in the class's module?"""
    first, rest = _word(annotation.lstrip())
    second = None
    if first and rest.lstrip().startswith('.'):
        second, _ = _word(rest.lstrip()[1:].lstrip())
    if not first:
        return False
    namespace = getattr(sys.modules.get(cls.__module__), '__dict__', {})
    if second:
        if namespace.get(first) is not module:
            return False
        return predicate(getattr(module, second, None), module)
    return predicate(namespace.get(first), module) if first in namespace else False


def _get_field(cls, name, annotation, default_kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        if isinstance(default, types.MemberDescriptorType):
            # A slot: it has no default.
            default = MISSING
        f = field(default=default)
    f.name = name
    f.type = annotation
    f._field_type = _FIELD
    typing = sys.modules.get('typing')
    dataclasses = sys.modules[__name__]
    if typing and (_is_classvar(annotation, typing) or
                   (isinstance(annotation, str) and _is_type(annotation, cls, typing, typing.ClassVar, _is_classvar))):
        f._field_type = _FIELD_CLASSVAR
    if f._field_type is _FIELD and (
            _is_initvar(annotation, dataclasses) or
            (isinstance(annotation, str) and _is_type(annotation, cls, dataclasses, InitVar, _is_initvar))):
        f._field_type = _FIELD_INITVAR
    if f._field_type in (_FIELD_CLASSVAR, _FIELD_INITVAR) and f.default_factory is not MISSING:
        raise TypeError(f'field {f.name} cannot have a default factory')
    if f._field_type in (_FIELD, _FIELD_INITVAR):
        if f.kw_only is MISSING:
            f.kw_only = default_kw_only
    elif f.kw_only is not MISSING:
        raise TypeError(f'field {f.name} is a ClassVar but specifies kw_only')
    if f._field_type is _FIELD and f.default.__class__.__hash__ is None:
        # What cannot be hashed can most probably be changed.
        raise ValueError(f'mutable default {type(f.default)} for field {f.name} is not allowed: use default_factory')
    return f


def _own_fields(cls, kw_only):
    annotations = get_annotations(cls, format=Format.FORWARDREF)
    result = []
    seen_kw_only = False
    dataclasses = sys.modules[__name__]
    for name, annotation in annotations.items():
        if _is_kw_only(annotation, dataclasses) or (
                isinstance(annotation, str) and _is_type(annotation, cls, dataclasses, KW_ONLY, _is_kw_only)):
            if seen_kw_only:
                raise TypeError(f'{name!r} is KW_ONLY, but KW_ONLY has already been specified')
            seen_kw_only = True
            kw_only = True
        else:
            result.append(_get_field(cls, name, annotation, kw_only))
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f'{name!r} is a field but has no type annotation')
    return result


# --- the methods

class _Writer:
    """The source of the methods, and the namespace that it is run in."""

    def __init__(self):
        self.lines = []
        self.names = {}
        self.methods = []
        self.namespace = {'MISSING': MISSING, '_HAS_DEFAULT_FACTORY': _HAS_DEFAULT_FACTORY, '__object__': object,
                          'FrozenInstanceError': FrozenInstanceError, '_recursive_repr': reprlib.recursive_repr}

    def add(self, name, parameters, body, *, decorator=None, overwrite_error=False, always=False, annotations=None):
        self.methods.append((name, overwrite_error, always, annotations))
        if decorator:
            self.lines.append(f' {decorator}')
        self.lines.append(f' def {name}({", ".join(parameters)}):')
        self.lines += [f'  {line}' for line in body]

    def install(self, cls):
        """Runs the source, and puts the methods into the class where it has none of its own."""
        names = [name for name, *_ in self.methods]
        source = '\n'.join(['def __create_fn__():', *self.lines, f' return {", ".join(names)},'])
        namespace = dict(self.namespace)
        module = sys.modules.get(cls.__module__)
        namespace['__name__'] = cls.__module__
        namespace['__class_cell__'] = cls
        exec(source, namespace)
        for function, (name, overwrite_error, always, annotations) in zip(namespace['__create_fn__'](), self.methods):
            inner = function
            function.__qualname__ = f"{cls.__qualname__}.{name}"
            if annotations is not None:
                function.__annotations__ = annotations
            if hasattr(inner, '__wrapped__'):
                inner.__wrapped__.__qualname__ = f'__create_fn__.<locals>.{name}'
            if name not in cls.__dict__ or always:
                setattr(cls, name, function)
            elif overwrite_error:
                hint = overwrite_error if isinstance(overwrite_error, str) else ''
                raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}{hint}')


def _add_init(writer, cls, fields, std_fields, kw_only_fields, frozen, has_post_init, self_name, slots):
    seen_default = None
    for f in std_fields:
        if f.init:
            if not (f.default is MISSING and f.default_factory is MISSING):
                seen_default = f
            elif seen_default:
                raise TypeError(f'non-default argument {f.name!r} follows default argument {seen_default.name!r}')
    body = []
    annotations = {}
    for f in fields:
        line = _init_line(writer, f, frozen, self_name, slots)
        if line:
            body.append(line)
    if has_post_init:
        arguments = ', '.join(f.name for f in fields if f._field_type is _FIELD_INITVAR)
        body.append(f'{self_name}.{_POST_INIT_NAME}({arguments})')

    def parameter(f):
        annotations[f.name] = f.type
        if f.default_factory is not MISSING:
            return f'{f.name}=_HAS_DEFAULT_FACTORY'
        if f.default is not MISSING:
            return f'{f.name}=_default_{f.name}'
        return f.name

    parameters = [self_name] + [parameter(f) for f in std_fields if f.init]
    if kw_only_fields:
        parameters += ['*'] + [parameter(f) for f in kw_only_fields]
    annotations['return'] = None
    writer.add('__init__', parameters, body or ['pass'], annotations=annotations)


def _init_line(writer, f, frozen, self_name, slots):
    """How __init__ sets the field; None where it need not."""
    default = f'_default_{f.name}'
    if f.default_factory is not MISSING:
        writer.namespace[default] = f.default_factory
        value = f'{default}() if {f.name} is _HAS_DEFAULT_FACTORY else {f.name}' if f.init else f'{default}()'
    elif f.init:
        if f.default is not MISSING:
            writer.namespace[default] = f.default
        value = f.name
    elif slots and f.default is not MISSING:
        writer.namespace[default] = f.default
        value = default
    else:
        return None
    if f._field_type is _FIELD_INITVAR:
        return None
    if frozen:
        return f'__object__.__setattr__({self_name}, {f.name!r}, {value})'
    return f'{self_name}.{f.name} = {value}'


def _tuple_text(name, fields):
    return f"({''.join(f'{name}.{f.name},' for f in fields)})" if fields else '()'


def _add_repr(writer, fields):
    text = ', '.join(f'{f.name}={{self.{f.name}!r}}' for f in fields)
    writer.add('__repr__', ['self'], [f"return f\"{{self.__class__.__qualname__}}({text})\""],
               decorator='@_recursive_repr()')


def _add_eq(writer, fields):
    comparison = ' and '.join(f'self.{f.name}==other.{f.name}' for f in fields) or 'True'
    writer.add('__eq__', ['self', 'other'],
               ['if self is other:', ' return True', 'if other.__class__ is self.__class__:', f' return {comparison}',
                'return NotImplemented'])


def _add_order(writer, fields):
    for name, symbol in (('__lt__', '<'), ('__le__', '<='), ('__gt__', '>'), ('__ge__', '>=')):
        writer.add(name, ['self', 'other'],
                   ['if other.__class__ is self.__class__:',
                    f' return {_tuple_text("self", fields)} {symbol} {_tuple_text("other", fields)}',
                    'return NotImplemented'], overwrite_error=' Consider using functools.total_ordering')


def _add_frozen(writer, fields):
    condition = 'type(self) is __class_cell__'
    if fields:
        condition += f' or name in {{{", ".join(repr(f.name) for f in fields)}}}'
    for name, parameters, verb in (('__setattr__', ['self', 'name', 'value'], 'assign to'),
                                   ('__delattr__', ['self', 'name'], 'delete')):
        arguments = ', '.join(parameters[1:])
        writer.add(name, parameters,
                   [f'if {condition}:', f' raise FrozenInstanceError(f"cannot {verb} field {{name!r}}")',
                    f'super(__class_cell__, self).{name}({arguments})'], overwrite_error=True)


def _hash_action(cls, has_explicit_hash, params):
    """What becomes of __hash__: 'add', 'none', 'error' or nothing."""
    if params.unsafe_hash:
        return 'error' if has_explicit_hash else 'add'
    if not params.eq or has_explicit_hash:
        return None
    return 'add' if params.frozen else 'none'


# --- the decorator

def _process_class(cls, params):
    fields = {}
    any_frozen_base, all_frozen_bases = False, None
    has_dataclass_bases = False
    for base in cls.__mro__[-1:0:-1]:
        base_fields = getattr(base, _FIELDS, None)
        if base_fields is not None:
            has_dataclass_bases = True
            for f in base_fields.values():
                fields[f.name] = f
            if all_frozen_bases is None:
                all_frozen_bases = True
            base_frozen = getattr(base, _PARAMS).frozen
            all_frozen_bases = all_frozen_bases and base_frozen
            any_frozen_base = any_frozen_base or base_frozen
    own_fields = _own_fields(cls, params.kw_only)
    for f in own_fields:
        fields[f.name] = f
        if isinstance(getattr(cls, f.name, None), Field):
            # The class attribute is the default, and nothing else.
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    if has_dataclass_bases:
        if any_frozen_base and not params.frozen:
            raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
        if all_frozen_bases is False and params.frozen:
            raise TypeError('cannot inherit frozen dataclass from a non-frozen one')
    setattr(cls, _FIELDS, fields)
    setattr(cls, _PARAMS, params)
    own_hash = cls.__dict__.get('__hash__', MISSING)
    has_explicit_hash = not (own_hash is MISSING or own_hash is None and '__eq__' in cls.__dict__)
    if params.order and not params.eq:
        raise ValueError('eq must be true if order is true')
    in_init = [f for f in fields.values() if f._field_type in (_FIELD, _FIELD_INITVAR)]
    std_fields = tuple(f for f in in_init if f.init and not f.kw_only)
    kw_only_fields = tuple(f for f in in_init if f.init and f.kw_only)
    writer = _Writer()
    if params.init:
        self_name = '__dataclass_self__' if 'self' in fields else 'self'
        _add_init(writer, cls, in_init, std_fields, kw_only_fields, params.frozen, hasattr(cls, _POST_INIT_NAME),
                  self_name, params.slots)
    setattr(cls, '__replace__', _replace)
    real_fields = [f for f in fields.values() if f._field_type is _FIELD]
    if params.repr:
        _add_repr(writer, [f for f in real_fields if f.repr])
    compared = [f for f in real_fields if f.compare]
    if params.eq:
        _add_eq(writer, compared)
    if params.order:
        _add_order(writer, compared)
    if params.frozen:
        _add_frozen(writer, real_fields)
    action = _hash_action(cls, has_explicit_hash, params)
    if action == 'add':
        hashed = [f for f in real_fields if (f.compare if f.hash is None else f.hash)]
        writer.add('__hash__', ['self'], [f'return hash({_tuple_text("self", hashed)})'], always=True)
    elif action == 'none':
        cls.__hash__ = None
    elif action == 'error':
        raise TypeError(f'Cannot overwrite attribute __hash__ in class {cls.__name__}')
    if writer.methods:
        writer.install(cls)
    if not getattr(cls, '__doc__'):
        cls.__doc__ = cls.__name__ + _signature_text(params.init, std_fields, kw_only_fields)
    if params.match_args and '__match_args__' not in cls.__dict__:
        cls.__match_args__ = tuple(f.name for f in std_fields)
    if params.weakref_slot and not params.slots:
        raise TypeError('weakref_slot is True but slots is False')
    if params.slots:
        cls = _add_slots(cls, params.frozen, params.weakref_slot, fields)
    abc.update_abstractmethods(cls)
    return cls


def _annotation_text(annotation):
    if getattr(annotation, '__module__', None) == 'typing':
        return repr(annotation).replace('typing.', '')
    if isinstance(annotation, GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ == 'builtins':
            return annotation.__qualname__
        return f'{annotation.__module__}.{annotation.__qualname__}'
    return repr(annotation)


def _signature_text(init, std_fields, kw_only_fields):
    """The parameters of __init__ as inspect would show them, for the docstring."""
    if not init:
        return '()'

    def text(f):
        result = f'{f.name}: {_annotation_text(f.type)}'
        if f.default_factory is not MISSING:
            return f'{result} = <factory>'
        return f'{result} = {f.default!r}' if f.default is not MISSING else result
    parts = [text(f) for f in std_fields]
    if kw_only_fields:
        parts += ['*'] + [text(f) for f in kw_only_fields]
    return f"({', '.join(parts)})"


# --- slots

def _dataclass_getstate(self):
    return [getattr(self, f.name) for f in fields(self)]


def _dataclass_setstate(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)


def _base_slots(cls):
    match cls.__dict__.get('__slots__'):
        case None:
            # No __slots__: whatever the layout of C types has.
            if getattr(cls, '__weakrefoffset__', -1) != 0:
                yield '__weakref__'
            if getattr(cls, '__dictoffset__', -1) != 0:
                yield '__dict__'
        case str(slot):
            yield slot
        case iterable if not hasattr(iterable, '__next__'):
            yield from iterable
        case _:
            raise TypeError(f"Slots of '{cls.__name__}' cannot be determined")


def _fix_class_cell(function, old, new):
    """super() and __class__ in a method must mean the class that replaces the one it was written in."""
    if not isinstance(function, FunctionType) or '__class__' not in function.__code__.co_freevars:
        return False
    cell = function.__closure__[function.__code__.co_freevars.index('__class__')]
    try:
        if cell.cell_contents is not old:
            return False
    except ValueError:
        return False
    cell.cell_contents = new
    return True


def _add_slots(cls, is_frozen, weakref_slot, field_dict):
    """A new class that is the same but for its slots: they cannot be added to one that is made."""
    if '__slots__' in cls.__dict__:
        raise TypeError(f'{cls.__name__} already specifies __slots__')
    namespace = dict(cls.__dict__)
    names = tuple(f.name for f in fields(cls))
    inherited = {slot for base in cls.__mro__[1:-1] for slot in _base_slots(base)}
    slots = {}
    for name in (*names, '__weakref__') if weakref_slot else names:
        if name not in inherited:
            f = field_dict.get(name)
            slots[name] = f.doc if f is not None else None
    namespace['__slots__'] = slots if any(slots.values()) else tuple(slots)
    for name in names:
        namespace.pop(name, None)
    namespace.pop('__dict__', None)
    namespace.pop('__weakref__', None)
    namespace.pop('__static_attributes__', None)
    qualname = getattr(cls, '__qualname__', None)
    new = type(cls)(cls.__name__, cls.__bases__, namespace)
    if qualname is not None:
        new.__qualname__ = qualname
    if is_frozen:
        if '__getstate__' not in namespace:
            new.__getstate__ = _dataclass_getstate
        if '__setstate__' not in namespace:
            new.__setstate__ = _dataclass_setstate
    for value in new.__dict__.values():
        if isinstance(value, (classmethod, staticmethod)):
            value = value.__func__
        functions = [value.fget, value.fset, value.fdel] if isinstance(value, property) else [value]
        if any(_fix_class_cell(_unwrapped(function), cls, new) for function in functions):
            break
    _fix_frozen(new, cls)
    return new


def _unwrapped(function):
    while hasattr(function, '__wrapped__'):
        function = function.__wrapped__
    return function


def _fix_frozen(new, old):
    """The methods of frozen classes look their class up in their globals."""
    for name in ('__setattr__', '__delattr__'):
        method = new.__dict__.get(name)
        scope = getattr(method, '__globals__', {})
        if scope.get('__class_cell__') is old:
            scope['__class_cell__'] = new


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """A decorator: adds the methods that follow from the annotated fields of the class."""
    params = _DataclassParams(init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)

    def wrap(cls):
        return _process_class(cls, params)
    return wrap if cls is None else wrap(cls)


# --- functions

def fields(class_or_instance):
    """The fields of a dataclass or of an instance, as a tuple of Field."""
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError('must be called with a dataclass type or instance') from None
    return tuple(f for f in found.values() if f._field_type is _FIELD)


def _is_dataclass_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    """Is it a dataclass or an instance of one?"""
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


def asdict(obj, *, dict_factory=dict):
    """The fields as a dict, dataclasses inside of it too."""
    if not _is_dataclass_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _convert(obj, lambda obj, inner: dict_factory([(f.name, inner(getattr(obj, f.name))) for f in fields(obj)]))


def astuple(obj, *, tuple_factory=tuple):
    """The values of the fields as a tuple, dataclasses inside of it too."""
    if not _is_dataclass_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _convert(obj, lambda obj, inner: tuple_factory([inner(getattr(obj, f.name)) for f in fields(obj)]))


def _convert(obj, convert):
    """A copy of a structure in which dataclass instances are replaced."""
    def inner(obj):
        cls = type(obj)
        if cls in _ATOMIC_TYPES:
            return obj
        if hasattr(cls, _FIELDS):
            return convert(obj, inner)
        if cls is list:
            return [inner(item) for item in obj]
        if cls is dict:
            return {inner(key): inner(value) for key, value in obj.items()}
        if issubclass(cls, tuple):
            if hasattr(obj, '_fields'):
                return cls(*[inner(item) for item in obj])
            return cls(inner(item) for item in obj)
        if issubclass(cls, dict):
            if hasattr(cls, 'default_factory'):
                result = cls(obj.default_factory)
                for key, value in obj.items():
                    result[inner(key)] = inner(value)
                return result
            return cls((inner(key), inner(value)) for key, value in obj.items())
        if issubclass(cls, list):
            return cls(inner(item) for item in obj)
        return copy.deepcopy(obj)
    return inner(obj)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
                   unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False,
                   module=None, decorator=dataclass):
    """A dataclass of fields given as names, (name, type) or (name, type, field())."""
    namespace = {} if namespace is None else namespace
    annotations = {}
    defaults = {}
    for item in fields:
        if isinstance(item, str):
            name, annotation = item, None
        elif len(item) == 2:
            name, annotation = item
        elif len(item) == 3:
            name, annotation, defaults[item[0]] = item
        else:
            raise TypeError(f'Invalid field: {item!r}')
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f'Field names must be valid identifiers: {name!r}')
        if keyword.iskeyword(name):
            raise TypeError(f'Field names must not be keywords: {name!r}')
        if name in annotations:
            raise TypeError(f'Field name duplicated: {name!r}')
        annotations[name] = annotation

    def annotate(format):
        def resolved(annotation):
            if annotation is not None:
                return annotation
            if format == Format.STRING:
                return 'typing.Any'
            if format == Format.FORWARDREF and 'typing' not in sys.modules:
                from annotationlib import ForwardRef
                return ForwardRef('Any', module='typing')
            from typing import Any
            return Any
        if format == Format.STRING:
            from annotationlib import annotations_to_string
            return annotations_to_string({name: resolved(t) for name, t in annotations.items()})
        if format not in (Format.VALUE, Format.FORWARDREF):
            raise NotImplementedError
        return {name: resolved(t) for name, t in annotations.items()}

    def exec_body(body):
        body.update(namespace)
        body.update(defaults)
        body['__annotate__'] = annotate

    cls = types.new_class(cls_name, bases, {}, exec_body)
    if module is None:
        try:
            module = sys._getframemodulename(1) or '__main__'
        except AttributeError:
            pass
    if module is not None:
        cls.__module__ = module
    return decorator(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
                     match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)


def replace(obj, /, **changes):
    """A new instance with other values for some fields."""
    if not _is_dataclass_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    for f in getattr(self, _FIELDS).values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise TypeError(f'field {f.name} is declared with init=False, it cannot be specified with replace()')
            continue
        if f.name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise TypeError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(self, f.name)
    return self.__class__(**changes)
