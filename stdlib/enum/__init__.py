"""Enumerations: classes whose instances are a fixed set of named values.

_body      what runs in the body of such a class
_type      the metaclass
_classes   Enum, Flag and those derived from them
_bits      numbers as sets of bits
_checks    unique() and verify()
_globals   members that are globals of their module
"""

from types import FunctionType as _Function

from enum._bits import bin, show_flag_values
from enum._body import EnumDict, auto, member, nonmember, property
from enum._checks import EnumCheck, unique, verify
from enum._classes import (CONFORM, EJECT, KEEP, STRICT, Enum, Flag, FlagBoundary, IntEnum, IntFlag, ReprEnum,
                           StrEnum)
from enum._globals import (global_enum, global_enum_repr, global_flag_repr, global_str, pickle_by_enum_name,
                           pickle_by_global_name)
from enum._type import EnumType

__all__ = ['EnumType', 'EnumMeta', 'EnumDict', 'Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag', 'ReprEnum', 'auto',
           'unique', 'property', 'verify', 'member', 'nonmember', 'FlagBoundary', 'STRICT', 'CONFORM', 'EJECT', 'KEEP',
           'global_flag_repr', 'global_enum_repr', 'global_str', 'global_enum', 'EnumCheck', 'CONTINUOUS',
           'NAMED_FLAGS', 'UNIQUE', 'pickle_by_global_name', 'pickle_by_enum_name', 'show_flag_values']

EnumMeta = EnumType
CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck.CONTINUOUS, EnumCheck.NAMED_FLAGS, EnumCheck.UNIQUE


def _simple_enum(etype=Enum, *, boundary=None, use_args=None):
    """A class decorator: makes an enum of an ordinary class."""
    def convert(cls):
        metacls = type(etype)
        body = metacls.__prepare__(cls.__name__, (etype,))
        body.update({name: value for name, value in vars(cls).items() if name not in ('__dict__', '__weakref__')})
        return metacls(cls.__name__, (etype,), body, boundary=boundary)
    return convert


# Which file of the package a class or function stands in is nobody's business.
for _name in __all__:
    if isinstance(globals()[_name], (type, _Function)):
        globals()[_name].__module__ = 'enum'
bin.__module__ = 'enum'
del _name
