"""The metaclass of enums.

The class body runs in an EnumDict. EnumType then makes the class with a _Builder in its namespace: type.__new__ calls
__set_name__ of that before any __init_subclass__, so the members exist by then.
"""

import builtins
import sys
from types import DynamicClassAttribute, MappingProxyType

from enum._bits import is_single_bit
from enum._body import EnumDict, is_descriptor, property, split_names


class _Missing:
    def __repr__(self):
        return '<not given>'


_MISSING = _Missing()


class roots:
    """The classes that the metaclass knows. They are made with it: until then, nothing is derived from them."""

    Enum = None
    Flag = ReprEnum = ()


def is_flag(cls):
    return issubclass(cls, roots.Flag)


def find_member(cls, value):
    """The member that has this value, or None."""
    try:
        return cls._value2member_map_.get(value)
    except TypeError:  # it has no hash
        for name, values in cls._unhashable_values_map_.items():
            if value in values:
                return cls._member_map_[name]
        return next((m for m in cls._member_map_.values() if m._value_ == value), None)


def note_value(cls, member, value):
    """Lets a member be found by this value."""
    try:
        if value not in cls._value2member_map_:
            cls._value2member_map_[value] = member
            cls._hashable_values_ += [value]
    except TypeError:
        cls._unhashable_values_ += [value]
        name = member._name_
        cls._unhashable_values_map_[name] = [*cls._unhashable_values_map_.get(name, ()), value]


def add_name(cls, name, member):
    """Lets a member be found by this name."""
    present = cls._member_map_.get(name)
    if present is None:
        type.__setattr__(cls, name, _way_around_bases(cls, name, member))
        cls._member_map_[name] = member
    elif present is not member:
        raise NameError(f'{name!r} is already bound: {present!r}')


def _way_around_bases(cls, name, member):
    """What the class has as attribute: the member, or, where bases use its name, a property that gives both."""
    shadowed = []
    for base in cls.__mro__[1:]:
        attribute = base.__dict__.get(name)
        if attribute is not None:
            shadowed.append(attribute)
            owner = base
            if isinstance(attribute, DynamicClassAttribute):
                break
    if not shadowed:
        return member
    result = property()
    result.member = member
    result.__set_name__(cls, name)
    last = shadowed[-1]
    if isinstance(last, DynamicClassAttribute) or all(map(is_descriptor, shadowed)):
        for function in ('fget', 'fset', 'fdel'):
            setattr(result, function, getattr(last, function, None))
        if not isinstance(last, DynamicClassAttribute):
            result._otherwise = lambda instance: getattr(instance._value_, name)
    else:
        result._otherwise = lambda instance: getattr(owner, name)
    return result


class _Builder:
    """Makes the members of a class when type.__new__ comes to it, and takes itself out of the class."""

    def __init__(self, assigned):
        self.assigned = assigned    # name -> value

    def __set_name__(self, cls, name):
        for member_name, value in self.assigned.items():
            self._add(cls, member_name, value)
        type.__delattr__(cls, name)

    def _add(self, cls, name, value):
        args = value if isinstance(value, tuple) and cls._member_type_ is not tuple else (value,)
        new = self._instance(cls, value, args)
        value = new._value_
        canonical = not is_flag(cls) or self._count_bits(cls, value)
        new._name_ = name
        new.__objclass__ = cls
        new.__init__(*args)
        new._sort_order_ = len(cls._member_names_)
        existing = find_member(cls, value)
        if existing is not None:
            new = existing
        elif canonical:
            cls._member_names_.append(name)
        add_name(cls, name, new)
        note_value(cls, new, value)

    @staticmethod
    def _instance(cls, value, args):
        new = cls._new_member_(cls, *args) if cls._use_args_ else cls._new_member_(cls)
        if hasattr(new, '_value_'):
            return new
        if cls._member_type_ is object:
            new._value_ = value
            return new
        try:
            new._value_ = cls._member_type_(*args)
        except Exception as cause:
            raise TypeError('_value_ not set in __new__, unable to create it') from cause
        return new

    @staticmethod
    def _count_bits(cls, value):
        """Notes the bits of a flag. Those of several bits, or none, are aliases: iteration leaves them out."""
        single = False
        if isinstance(value, int):
            single = is_single_bit(value)
            cls._flag_mask_ |= value
            cls._singles_mask_ |= value if single else 0
        cls._all_bits_ = (1 << cls._flag_mask_.bit_length()) - 1
        return single


# What a new class takes from its bases

def _without_object(cls):
    return (base for base in cls.__mro__ if base is not object)


def _lineage(class_name, bases):
    """(the type of the values, the enum that the class is derived from)"""
    for base in bases:
        for ancestor in base.__mro__:
            if isinstance(ancestor, EnumType) and ancestor._member_names_:
                raise TypeError(f"<enum {class_name!r}> cannot extend {ancestor!r}")
    if not bases:
        return object, roots.Enum
    if not isinstance(bases[-1], EnumType):
        raise TypeError("new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`")
    types = dict.fromkeys(map(_data_type, bases))
    types.pop(None, None)
    if len(types) > 1:
        raise TypeError(f'too many data types for {class_name!r}: {set(types)!r}')
    return next(iter(types), object), bases[-1]


def _data_type(base):
    """The type of values that one base brings: the outermost class of those that lead to a __new__; or None."""
    outermost = None
    for cls in _without_object(base):
        if isinstance(cls, EnumType):
            if cls._member_type_ is not object:
                return cls._member_type_
            continue
        if outermost is None:
            outermost = cls
        if '__new__' in cls.__dict__ or '__dataclass_fields__' in cls.__dict__:
            return outermost
    return None


def _data_repr(bases):
    """The function that shows values, or None for repr()."""
    for base in bases:
        for cls in _without_object(base):
            own = cls.__dict__
            if isinstance(cls, EnumType):
                return cls._value_repr_
            if '__repr__' in own:
                generated = '__dataclass_fields__' in own and own['__dataclass_params__'].repr
                return _show_fields if generated else own['__repr__']
    return None


def _show_fields(self):
    shown = [name for name, field in self.__dataclass_fields__.items() if field.repr]
    return ', '.join(f'{name}={getattr(self, name)!r}' for name in shown)


def _maker(own, member_type, first_enum):
    """What makes a member: own, the __new__ of the class's body, or that of a base, or object's."""
    if own is not None:
        return own
    unusable = (None, None.__new__, object.__new__, getattr(roots.Enum, '__new__', None))
    inherited = [getattr(owner, name, None) for name in ('__new_member__', '__new__')
                 for owner in (member_type, first_enum)]
    return next((new for new in inherited if new not in unusable), object.__new__)


def _choose_methods(cls, own, bases, member_type, first_enum):
    """Gives a class the methods that the type of the values must not decide, and those that it must."""
    chosen = {}
    if roots.ReprEnum in bases:
        text = member_type.__str__
        chosen = {'__format__': member_type.__format__,
                  '__str__': member_type.__repr__ if text is object.__str__ else text}
    if first_enum is not None:
        for name in ('__repr__', '__str__', '__format__', '__reduce_ex__'):
            if name not in chosen and getattr(cls, name) in (getattr(member_type, name), getattr(object, name)):
                chosen[name] = getattr(first_enum, name)
    if is_flag(cls):
        for name in ('or', 'and', 'xor', 'ror', 'rand', 'rxor', 'invert'):
            chosen[f'__{name}__'] = getattr(roots.Flag, f'__{name}__')
    for name, method in chosen.items():
        if name not in own:
            setattr(cls, name, method)


def _check_order(cls, order):
    names = cls._member_names_
    order = split_names(order)
    if is_flag(cls):
        order = [name for name in order if name in names or name not in cls._member_map_]
    if order != names:
        raise TypeError(f'member order does not match _order_:\n  {names!r}\n  {order!r}')


def _refuse_pickling(self, proto):
    raise TypeError(f'{self!r} cannot be pickled')


class EnumType(type):
    """The metaclass: a class is the collection of its members."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        _, first_enum = _lineage(cls, bases)
        body = EnumDict(cls)
        if first_enum is not None:
            body['_generate_next_value_'] = getattr(first_enum, '_generate_next_value_', None)
        return body

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        if _simple:
            return super().__new__(metacls, cls, bases, classdict, **kwds)
        assigned = {name: classdict[name] for name in classdict._member_names}
        invalid = sorted({'mro', ''} & assigned.keys())
        if invalid:
            raise ValueError(f"invalid enum member name(s) {','.join(map(repr, invalid))}")
        ignored = {'_ignore_', '_order_', *classdict.get('_ignore_', ())}
        rest = {key: value for key, value in classdict.items() if key not in assigned and key not in ignored}
        generate = rest.get('_generate_next_value_')
        if generate is not None and not isinstance(generate, staticmethod):
            rest['_generate_next_value_'] = staticmethod(generate)

        member_type, first_enum = _lineage(cls, bases)
        own_new = rest.get('__new__')
        new = _maker(own_new, member_type, first_enum)
        # The builder in front: descriptors that learn their names find the members.
        namespace = {'_building_': _Builder(assigned)} | rest | dict(
            _member_names_=[], _member_map_={}, _value2member_map_={}, _hashable_values_=[], _unhashable_values_=[],
            _unhashable_values_map_={}, _flag_mask_=0, _singles_mask_=0, _all_bits_=0, _inverted_=None,
            _member_type_=member_type, _value_repr_=_data_repr(bases), _new_member_=new,
            _use_args_=first_enum is not None and new not in (roots.Enum.__new__, object.__new__),
            _boundary_=boundary or getattr(first_enum, '_boundary_', None))
        if roots.Enum is not None:
            if own_new is not None:
                namespace['__new_member__'] = own_new
            namespace['__new__'] = roots.Enum.__new__
        try:
            enum_class = super().__new__(metacls, cls, bases, namespace, **kwds)
        except Exception as error:
            error.__dict__.pop('__notes__', None)  # that a __set_name__ failed says nothing of the members
            raise
        _choose_methods(enum_class, rest.keys(), bases, member_type, first_enum)
        if is_flag(enum_class):
            values = [m._value_ for m in enum_class]
            if values != sorted(values):
                enum_class._iter_member_ = enum_class._iter_member_by_def_
        if '_order_' in classdict:
            _check_order(enum_class, classdict['_order_'])
        return enum_class

    def __bool__(cls):
        return True

    def __call__(cls, value, names=_MISSING, *values, module=None, qualname=None, type=None, start=1,
                 boundary=None):
        """Looks a member up by its value; or, where there are none, makes a new class: Color = Enum('Color', 'RED')."""
        if names is _MISSING and cls._member_map_:
            return cls.__new__(cls, value)
        if not cls._member_map_:
            if names is _MISSING:
                if type is None:
                    raise TypeError(f"{cls} has no members; specify `names=()` if you meant to create a new, empty, "
                                    "enum")
                names = None
            return cls._create_(value, names, module=module, qualname=qualname, type=type, start=start,
                                boundary=boundary)
        return cls.__new__(cls, (value, names, *(arg for arg in values if arg is not _MISSING)))

    def __contains__(cls, value):
        """Is it a member, or the value of one?"""
        if isinstance(value, cls):
            return True
        try:
            if value in cls._value2member_map_:
                return True
        except TypeError:  # it has no hash
            pass
        if is_flag(cls):
            try:
                return isinstance(cls._missing_(value), cls)
            except ValueError:
                pass
        return find_member(cls, value) is not None

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __len__(cls):
        return len(cls._member_names_)

    def __iter__(cls):
        return map(cls._member_map_.__getitem__, cls._member_names_)

    def __reversed__(cls):
        return map(cls._member_map_.__getitem__, reversed(cls._member_names_))

    @builtins.property
    def __members__(cls):
        """All names, aliases included, with their members: a view that cannot be changed."""
        return MappingProxyType(cls._member_map_)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', ()):
            raise AttributeError(f'cannot reassign member {name!r}')
        type.__setattr__(cls, name, value)

    def __delattr__(cls, attr):
        if attr in cls.__dict__.get('_member_map_', ()):
            raise AttributeError(f"{cls.__name__!r} cannot delete member {attr!r}.")
        type.__delattr__(cls, attr)

    def __dir__(cls):
        names = {*cls._member_names_, '__class__', '__contains__', '__doc__', '__getitem__', '__iter__', '__len__',
                 '__members__', '__module__', '__name__', '__qualname__'}
        for method, usual in (('__new__', cls._new_member_ is object.__new__),
                              ('__init_subclass__', cls.__init_subclass__ is object.__init_subclass__)):
            if not usual:
                names.add(method)
        if cls._member_type_ is not object:
            names.update(dir(cls._member_type_))
        return sorted(names)

    def __repr__(cls):
        return f"<{'flag' if is_flag(cls) else 'enum'} {cls.__name__!r}>"

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        """The class that the functional form makes: names are a str, or an iterable of names or of pairs."""
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        body = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = split_names(names)
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            values = []
            for name in names:
                values.append(cls._generate_next_value_(name, start, len(values), values.copy()))
            names = [*zip(names, values)]
        for item in () if names is None else names:
            name, value = (item, names[item]) if isinstance(item, str) else item
            body[name] = value
        module = module or sys._getframemodulename(2)
        if module is None:
            module = '<unknown>'
            body['__reduce_ex__'] = _refuse_pickling
        body['__module__'] = module
        if qualname is not None:
            body['__qualname__'] = qualname
        return metacls.__new__(metacls, class_name, bases, body, boundary=boundary)

    def _convert_(cls, name, module, filter, source=None, *, boundary=None, as_global=False):
        """A class of those globals of a module that the filter takes; the members replace them there."""
        from enum import KEEP, global_enum
        home = vars(sys.modules[module])
        taken = {key: value for key, value in (home if source is None else vars(source)).items() if filter(key)}
        try:
            order = sorted(taken, key=lambda key: (taken[key], key))
        except TypeError:
            order = sorted(taken)
        new = cls(name, [(key, taken[key]) for key in order], module=module, boundary=boundary or KEEP)
        if as_global:
            global_enum(new)
        else:
            home.update(new.__members__)
        home[name] = new
        return new

    @builtins.property
    def __signature__(cls):
        from inspect import Parameter, Signature
        if cls._member_names_:
            return Signature([Parameter('values', Parameter.VAR_POSITIONAL)])
        options = dict(module=None, qualname=None, type=None, start=1, boundary=None)
        return Signature([Parameter('new_class_name', Parameter.POSITIONAL_ONLY),
                          Parameter('names', Parameter.POSITIONAL_OR_KEYWORD),
                          *(Parameter(name, Parameter.KEYWORD_ONLY, default=value) for name, value in options.items())])
