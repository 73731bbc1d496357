"""What runs while the body of an enum does: the markers that it may assign, and the namespace that sorts assignments
into members and the rest."""

import builtins
from types import DynamicClassAttribute

_UNSET = object()


class nonmember:
    """Keeps what it holds from becoming a member."""

    def __init__(self, value):
        self.value = value


class member:
    """Makes what it holds a member."""

    def __init__(self, value):
        self.value = value


class auto:
    """Stands for the value that _generate_next_value_ gives."""

    def __init__(self, value=_UNSET):
        self.value = value

    def __repr__(self):
        return f"auto({self.value!r})"


class property(DynamicClassAttribute):
    """A property of the members; the class may have a member of the same name."""

    member = None
    _otherwise = None   # reads from a member what a base class has under the name, where no getter does

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            found = self.member
        else:
            getter = self.fget or self._otherwise
            if getter is not None:
                return getter(instance)
            found = ownerclass._member_map_.get(self.name)
        if found is None:
            raise AttributeError(f'{ownerclass!r} has no attribute {self.name!r}')
        return found

    def __set__(self, instance, value):
        self._accessor(self.fset, 'set')(instance, value)

    def __delete__(self, instance):
        self._accessor(self.fdel, 'delete')(instance)

    def _accessor(self, function, verb):
        if function is None:
            raise AttributeError(f"<enum {self.clsname!r}> cannot {verb} attribute {self.name!r}")
        return function

    def __set_name__(self, ownerclass, name):
        self.name, self.clsname = name, ownerclass.__name__


def is_descriptor(obj):
    """Does reading, writing or deleting it as an attribute call something?"""
    return any(hasattr(obj, method) for method in ('__get__', '__set__', '__delete__'))


def _edges(name):
    """How many underscores a name begins and ends with; of nothing but underscores, (0, 0)."""
    if not name.strip('_'):
        return 0, 0
    return len(name) - len(name.lstrip('_')), len(name) - len(name.rstrip('_'))


_SUNDER, _DUNDER = (1, 1), (2, 2)

# The _names_ that a body may set; the last three are for the classes of this package.
_SETTINGS = frozenset('_order_ _generate_next_value_ _numeric_repr_ _missing_ _ignore_ _iter_member_ '
                      '_iter_member_by_value_ _iter_member_by_def_ _add_alias_ _add_value_alias_ '
                      '_use_args_ _member_type_ _value_repr_'.split())


def split_names(names):
    """The names in 'A, B C'; anything else than a str is a collection of names already."""
    return names.replace(',', ' ').split() if isinstance(names, str) else list(names)


class EnumDict(dict):
    """The namespace of an enum's body: notes which names become members."""

    def __init__(self, cls_name=None):
        super().__init__()
        self._member_names = {}     # a dict, because it has an order
        self._values = []           # those of the members so far, for _generate_next_value_
        self._ignored = ()
        self._generated = False     # has an auto been replaced already?
        self._class = cls_name

    def __setitem__(self, key, value):
        edges = _edges(key)
        if self._is_private(key):
            pass
        elif edges == _SUNDER:
            value = self._configure(key, value)
        elif edges == _DUNDER:
            key = '_order_' if key == '__order__' else key
        elif key not in self._ignored:
            becomes_member = self._is_member(value)
            if key in self._member_names or becomes_member and key in self:
                raise TypeError(f'{key!r} already defined as {self[key]!r}')
            if becomes_member:
                value = self._member_value(key, value.value if isinstance(value, member) else value)
                self._member_names[key] = None
            elif isinstance(value, nonmember):
                value = value.value
        super().__setitem__(key, value)

    def _is_private(self, key):
        """Is it a __name that the compiler has put the class's name in front of?"""
        if self._class is None:
            return False
        prefix = f'_{self._class}__'
        return key.startswith(prefix) and key != prefix and not key.endswith('__')

    def _is_member(self, value):
        return not (isinstance(value, nonmember) or is_descriptor(value) or self._is_nested_class(value))

    def _is_nested_class(self, value):
        if self._class is None or not isinstance(value, type):
            return False
        return f'.{value.__qualname__}'.endswith(f'.{self._class}.{value.__name__}')

    def _configure(self, key, value):
        """What to keep of a _setting_."""
        if key not in _SETTINGS:
            raise ValueError(f'_sunder_ names, such as {key!r}, are reserved for future Enum use')
        if key == '_ignore_':
            value = self._ignored = split_names(value)
            both = self._member_names.keys() & value
            if both:
                raise ValueError(f'_ignore_ cannot specify already set names: {both!r}')
        elif key == '_generate_next_value_':
            if self._generated:
                raise TypeError("_generate_next_value_ must be defined before members")
            self._generate = getattr(value, '__func__', value)
        return value

    def _member_value(self, key, value):
        """The value with each auto in it, if it is one or a tuple with some, replaced by the next value."""
        if isinstance(value, auto):
            return self._next(key, value)
        if not isinstance(value, tuple) or not any(isinstance(item, auto) for item in value):
            self._values.append(value)
            return value
        items = [self._next(key, item) if isinstance(item, auto) else item for item in value]
        try:
            return type(value)(*items)  # a named tuple takes its fields one by one
        except Exception:
            return type(value)(items)

    def _next(self, key, marker):
        if marker.value is _UNSET:
            marker.value = self._generate(key, 1, len(self._member_names), self._values.copy())
            self._generated = True
        self._values.append(marker.value)
        return marker.value

    @builtins.property
    def member_names(self):
        return [*self._member_names]

    def update(self, members, **more_members):
        pairs = members.items() if hasattr(members, 'keys') else members
        for key, value in [*pairs, *more_members.items()]:
            self[key] = value
