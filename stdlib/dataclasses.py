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


class _Word:
    """Something that is shown as its name."""

    __slots__ = ('text',)

    def __init__(self, text):
        self.text = text

    def __repr__(self):
        return self.text


MISSING = type('_MISSING_TYPE', (), {})()
KW_ONLY = type('_KW_ONLY_TYPE', (), {})()

# Where a parameter of __init__ has no value, and a factory makes it.
_FACTORY = _Word('<factory>')

# The kinds of fields.
_PLAIN, _CLASSVAR, _INITVAR = _Word('_FIELD'), _Word('_FIELD_CLASSVAR'), _Word('_FIELD_INITVAR')

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
                 'doc', '_kind')

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only, doc):
        self.name = self.type = self._kind = None
        self.default, self.default_factory = default, default_factory
        self.init, self.repr, self.hash, self.compare = init, repr, hash, compare
        self.metadata = MappingProxyType({} if metadata is None else metadata)
        self.kw_only, self.doc = kw_only, doc

    @reprlib.recursive_repr()
    def __repr__(self):
        order = ('name', 'type', 'default', 'default_factory', 'init', 'repr', 'hash', 'compare', 'metadata', 'kw_only',
                 'doc')
        text = ','.join(f'{name}={getattr(self, name)!r}' for name in order)
        return f'Field({text},_field_type={self._kind})'

    def __set_name__(self, owner, name):
        tell = getattr(type(self.default), '__set_name__', None)
        if tell is not None:
            tell(self.default, owner, name)

    def __class_getitem__(cls, item):
        return GenericAlias(cls, item)

    def _has_default(self):
        return self.default is not MISSING

    def _has_factory(self):
        return self.default_factory is not MISSING


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
    made = Field(default, default_factory, init, repr, hash, compare, metadata, kw_only, doc)
    if made._has_default() and made._has_factory():
        raise ValueError('cannot specify both default and default_factory')
    return made


# --- the fields of a class

def _is_classvar(annotation, typing):
    return annotation is typing.ClassVar or (type(annotation) is typing._GenericAlias and
                                             annotation.__origin__ is typing.ClassVar)


def _is_initvar(annotation, _):
    return annotation is InitVar or type(annotation) is InitVar


def _is_kw_only(annotation, _):
    return annotation is KW_ONLY


def _word(text):
    """The identifier at its start, and the rest."""
    end = 0
    while end < len(text) and (text[end].isalnum() or text[end] == '_'):
        end += 1
    return text[:end], text[end:].lstrip()


class _Reader:
    """Reads the fields from the annotations of a class."""

    def __init__(self, cls):
        self.cls = cls
        self.names = getattr(sys.modules.get(cls.__module__), '__dict__', {})

    def means(self, annotation, test, module_name=__name__):
        """Does the test hold for an annotation, or for the name, or module.name, at the start of its text?"""
        module = sys.modules.get(module_name)
        if module is None:
            return False
        if not isinstance(annotation, str):
            return test(annotation, module)
        first, rest = _word(annotation.lstrip())
        second, _ = _word(rest[1:].lstrip()) if first and rest.startswith('.') else ('', '')
        if second:
            return self.names.get(first) is module and test(getattr(module, second, None), module)
        return first in self.names and test(self.names[first], module)

    def kind(self, annotation):
        if self.means(annotation, _is_classvar, 'typing'):
            return _CLASSVAR
        return _INITVAR if self.means(annotation, _is_initvar) else _PLAIN

    def field(self, name, annotation, kw_only):
        """The Field of that name."""
        value = getattr(self.cls, name, MISSING)
        if isinstance(value, types.MemberDescriptorType):
            value = MISSING  # a slot is no default
        found = value if isinstance(value, Field) else field(default=value)
        found.name, found.type, found._kind = name, annotation, self.kind(annotation)
        if found._kind is not _PLAIN and found._has_factory():
            raise TypeError(f'field {name} cannot have a default factory')
        if found._kind is _CLASSVAR:
            if found.kw_only is not MISSING:
                raise TypeError(f'field {name} is a ClassVar but specifies kw_only')
        elif found.kw_only is MISSING:
            found.kw_only = kw_only
        if found._kind is _PLAIN and type(found.default).__hash__ is None:
            # What cannot be hashed can most probably be changed.
            raise ValueError(f'mutable default {type(found.default)} for field {name} is not allowed: '
                             'use default_factory')
        return found

    def fields(self, kw_only):
        """Those of the class itself, in order."""
        annotations = get_annotations(self.cls, format=Format.FORWARDREF)
        found = []
        marker_seen = False
        for name, annotation in annotations.items():
            if not self.means(annotation, _is_kw_only):
                found.append(self.field(name, annotation, kw_only or marker_seen))
            elif marker_seen:
                raise TypeError(f'{name!r} is KW_ONLY, but KW_ONLY has already been specified')
            else:
                marker_seen = True
        for name in vars(self.cls):
            if name not in annotations and isinstance(vars(self.cls)[name], Field):
                raise TypeError(f'{name!r} is a field but has no type annotation')
        return found


# --- the methods

class _Writer:
    """The source of the methods, and the namespace that it is run in."""

    def __init__(self):
        self.lines = []
        self.names = {}
        self.methods = []
        self.namespace = {'_factory_marker': _FACTORY, '__object__': object,
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
            if f._has_default() or f._has_factory():
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
        arguments = ', '.join(f.name for f in fields if f._kind is _INITVAR)
        body.append(f'{self_name}.__post_init__({arguments})')

    def parameter(f):
        annotations[f.name] = f.type
        if f._has_factory():
            return f'{f.name}=_factory_marker'
        if f._has_default():
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
    if f._has_factory():
        writer.namespace[default] = f.default_factory
        value = f'{default}() if {f.name} is _factory_marker else {f.name}' if f.init else f'{default}()'
    elif f.init:
        if f._has_default():
            writer.namespace[default] = f.default
        value = f.name
    elif slots and f._has_default():
        writer.namespace[default] = f.default
        value = default
    else:
        return None
    if f._kind is _INITVAR:
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
    bases = [base for base in cls.__mro__[:0:-1] if hasattr(base, '__dataclass_fields__')]
    fields = {f.name: f for base in bases for f in base.__dataclass_fields__.values()}
    for f in _Reader(cls).fields(params.kw_only):
        fields[f.name] = f
        if isinstance(getattr(cls, f.name, None), Field):
            # The class attribute is the default, and nothing else.
            if f._has_default():
                setattr(cls, f.name, f.default)
            else:
                delattr(cls, f.name)
    frozen = [base.__dataclass_params__.frozen for base in bases]
    if any(frozen) and not params.frozen:
        raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
    if params.frozen and not all(frozen):
        raise TypeError('cannot inherit frozen dataclass from a non-frozen one')
    cls.__dataclass_fields__, cls.__dataclass_params__ = fields, params
    own_hash = cls.__dict__.get('__hash__', MISSING)
    has_explicit_hash = not (own_hash is MISSING or own_hash is None and '__eq__' in cls.__dict__)
    if params.order and not params.eq:
        raise ValueError('eq must be true if order is true')
    in_init = [f for f in fields.values() if f._kind in (_PLAIN, _INITVAR)]
    std_fields = tuple(f for f in in_init if f.init and not f.kw_only)
    kw_only_fields = tuple(f for f in in_init if f.init and f.kw_only)
    writer = _Writer()
    if params.init:
        self_name = '__dataclass_self__' if 'self' in fields else 'self'
        _add_init(writer, cls, in_init, std_fields, kw_only_fields, params.frozen, hasattr(cls, '__post_init__'),
                  self_name, params.slots)
    cls.__replace__ = _replace
    real_fields = [f for f in fields.values() if f._kind is _PLAIN]
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
    if not cls.__doc__:
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
    home = getattr(annotation, '__module__', None)
    if home == 'typing':
        return repr(annotation).replace('typing.', '')
    if not isinstance(annotation, type) or isinstance(annotation, GenericAlias):
        return repr(annotation)
    name = annotation.__qualname__
    return name if home == 'builtins' else f'{home}.{name}'


def _signature_text(init, std_fields, kw_only_fields):
    """The parameters of __init__ as inspect would show them, for the docstring."""
    if not init:
        return '()'

    def text(f):
        result = f'{f.name}: {_annotation_text(f.type)}'
        if f._has_factory():
            return f'{result} = <factory>'
        return f'{result} = {f.default!r}' if f._has_default() else result
    parts = [text(f) for f in std_fields]
    if kw_only_fields:
        parts += ['*'] + [text(f) for f in kw_only_fields]
    return f"({', '.join(parts)})"


# --- slots

def _dataclass_getstate(self):
    state = []
    for f in fields(self):
        state.append(getattr(self, f.name))
    return state


def _dataclass_setstate(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)


def _slots_of(cls):
    """The slots that a class has itself."""
    slots = vars(cls).get('__slots__')
    if slots is None:
        # Whatever the layout of C types has.
        offsets = {'__weakref__': '__weakrefoffset__', '__dict__': '__dictoffset__'}
        return [slot for slot, offset in offsets.items() if getattr(cls, offset, -1)]
    if isinstance(slots, str):
        return [slots]
    if hasattr(slots, '__next__'):
        raise TypeError(f"Slots of '{cls.__name__}' cannot be determined")
    return slots


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
    if '__slots__' in vars(cls):
        raise TypeError(f'{cls.__name__} already specifies __slots__')
    namespace = dict(cls.__dict__)
    names = tuple(f.name for f in fields(cls))
    inherited = {slot for base in cls.__mro__[1:-1] for slot in _slots_of(base)}
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
    new = type(cls)(cls.__name__, cls.__bases__, namespace)
    new.__qualname__ = cls.__qualname__
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
        found = class_or_instance.__dataclass_fields__
    except AttributeError:
        raise TypeError('must be called with a dataclass type or instance') from None
    return tuple([f for f in found.values() if f._kind is _PLAIN])


def _has_fields(cls):
    return hasattr(cls, '__dataclass_fields__')


def is_dataclass(obj):
    """Is it a dataclass or an instance of one?"""
    return _has_fields(obj if isinstance(obj, type) else type(obj))


def asdict(obj, *, dict_factory=dict):
    """The fields as a dict, dataclasses inside of it too."""
    if not _has_fields(type(obj)):
        raise TypeError("asdict() should be called on dataclass instances")
    if dict_factory is dict:
        return _convert(obj, lambda obj, inner: {
            f.name: v if type(v := getattr(obj, f.name)) in _ATOMIC_TYPES else inner(v) for f in fields(obj)})
    return _convert(obj, lambda obj, inner: dict_factory([(f.name, inner(getattr(obj, f.name))) for f in fields(obj)]))


def astuple(obj, *, tuple_factory=tuple):
    """The values of the fields as a tuple, dataclasses inside of it too."""
    if not _has_fields(type(obj)):
        raise TypeError("astuple() should be called on dataclass instances")
    return _convert(obj, lambda obj, inner: tuple_factory([inner(getattr(obj, f.name)) for f in fields(obj)]))


def _convert(obj, convert):
    """A copy of a structure in which dataclass instances are replaced."""
    def inner(obj):
        cls = type(obj)
        if cls in _ATOMIC_TYPES:
            return obj
        if _has_fields(cls):
            return convert(obj, inner)
        if cls is list:
            return [inner(item) for item in obj]
        if cls is dict:
            return {inner(key): inner(value) for key, value in obj.items()}
        if issubclass(cls, tuple):
            items = [inner(item) for item in obj]
            return cls(*items) if hasattr(obj, '_fields') else cls(items)
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
    return convert(obj, inner)


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
        as_text = format == Format.STRING
        if not as_text and format not in (Format.VALUE, Format.FORWARDREF):
            raise NotImplementedError
        given = annotations
        if None in annotations.values():
            anything = _any_type(format)
            given = {name: anything if given is None else given for name, given in annotations.items()}
        if as_text:
            from annotationlib import annotations_to_string
            return annotations_to_string(given)
        return dict(given)

    def exec_body(body):
        body.update(namespace)
        body.update(defaults)
        body['__annotate__'] = annotate

    cls = types.new_class(cls_name, bases, {}, exec_body)
    cls.__module__ = sys._getframemodulename(1) or '__main__' if module is None else module
    return decorator(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
                     match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)


def _any_type(format):
    """typing.Any, without loading typing where that can be avoided."""
    if format == Format.STRING:
        return 'typing.Any'
    if format == Format.FORWARDREF and 'typing' not in sys.modules:
        from annotationlib import ForwardRef
        return ForwardRef('Any', module='typing')
    from typing import Any
    return Any


def replace(obj, /, **changes):
    """A new instance with other values for some fields."""
    if not _has_fields(type(obj)):
        raise TypeError("replace() should be called on dataclass instances")
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    for name, f in self.__dataclass_fields__.items():
        kind = f._kind
        if kind is _CLASSVAR:
            continue
        if not f.init:
            if name in changes:
                raise TypeError(f'field {name} is declared with init=False, it cannot be specified with replace()')
        elif name not in changes:
            if kind is _INITVAR and f.default is MISSING:
                raise TypeError(f"InitVar {name!r} must be specified with replace()")
            changes[name] = getattr(self, name)
    return type(self)(**changes)
