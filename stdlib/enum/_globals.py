"""Members that are globals of their module, and how members are pickled by name."""

import sys

from enum._bits import is_single_bit
from enum._type import is_flag, roots


def _module_of(member):
    return type(member).__module__.rpartition('.')[2]


def global_enum_repr(self):
    """module.NAME"""
    return f'{_module_of(self)}.{self._name_}'


def global_flag_repr(self):
    """module.NAME|module.OTHER"""
    module = _module_of(self)
    if self._name_ is None:
        return f"{module}.{type(self).__name__}({self._value_!r})"
    names = [self._name_] if is_single_bit(self._value_) else self._name_.split('|')
    return '|'.join(name if name[0].isdigit() else f'{module}.{name}' for name in names)


def global_str(self):
    """NAME"""
    return f"{type(self).__name__}({self._value_!r})" if self._name_ is None else self._name_


def global_enum(cls, update_str=False):
    """A class decorator: puts the members into the module, and makes their repr say so."""
    cls.__repr__ = global_flag_repr if is_flag(cls) else global_enum_repr
    if update_str or not issubclass(cls, roots.ReprEnum):
        cls.__str__ = global_str
    vars(sys.modules[cls.__module__]).update(cls.__members__)
    return cls


def pickle_by_global_name(self, proto):
    """A __reduce_ex__ for members that are globals of their module."""
    return self._name_


def pickle_by_enum_name(self, proto):
    """A __reduce_ex__ that goes by the name instead of the value."""
    return getattr, (type(self), self._name_)
