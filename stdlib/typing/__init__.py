"""What type hints are written with. At run time these are objects that remember what they were made of.

_forms has the generic aliases and special forms, _protocols the protocols, _classes NamedTuple and TypedDict, _hints what
looks at annotations; this file has the names.
"""

import collections
import contextlib
import functools
import re as stdlib_re
import sys
from abc import ABCMeta, abstractmethod
from annotationlib import ForwardRef
from types import GenericAlias
from _typing import (Generic, NoDefault, ParamSpec, TypeAliasType, TypeVar, TypeVarTuple, Union)

from ._forms import (Annotated, Any, AnyStr, ClassVar, Concatenate, Final, Literal, LiteralString, Never, NoReturn,
                     NotRequired, Optional, ParamSpecArgs, ParamSpecKwargs, ReadOnly, Required, Self, TypeAlias,
                     TypeGuard, TypeIs, Unpack, _AnnotatedAlias, _CallableType, _GenericAlias, _SpecialForm,
                     _SpecialGenericAlias, _TupleType, _collect_type_parameters, _generic_class_getitem,
                     _generic_init_subclass, _prepare_substitution, _substitute_param, _type_check,
                     _LiteralGenericAlias, _UnpackGenericAlias, _ConcatenateGenericAlias)
from ._protocols import Protocol, get_protocol_members, is_protocol, runtime_checkable, _ProtocolMeta
from ._classes import NamedTuple, NewType, TypedDict, is_typeddict, _NamedTupleMeta, _TypedDictMeta
from ._hints import (assert_never, assert_type, cast, clear_overloads, dataclass_transform, evaluate_forward_ref, final,
                     get_args, get_origin, get_overloads, get_type_hints, no_type_check, no_type_check_decorator, overload, override,
                     reveal_type)

__all__ = [
    'Annotated', 'Any', 'Callable', 'ClassVar', 'Concatenate', 'Final', 'ForwardRef', 'Generic', 'Literal', 'Optional',
    'ParamSpec', 'Protocol', 'Tuple', 'Type', 'TypeVar', 'TypeVarTuple', 'Union',
    'AbstractSet', 'Container', 'ContextManager', 'Hashable', 'ItemsView', 'Iterable', 'Iterator', 'KeysView', 'Mapping',
    'MappingView', 'MutableMapping', 'MutableSequence', 'MutableSet', 'Sequence', 'Sized', 'ValuesView', 'Awaitable',
    'AsyncIterator', 'AsyncIterable', 'Coroutine', 'Collection', 'AsyncGenerator', 'AsyncContextManager',
    'Reversible', 'SupportsAbs', 'SupportsBytes', 'SupportsComplex', 'SupportsFloat', 'SupportsIndex', 'SupportsInt',
    'SupportsRound',
    'ChainMap', 'Counter', 'Deque', 'Dict', 'DefaultDict', 'List', 'OrderedDict', 'Set', 'FrozenSet', 'NamedTuple',
    'TypedDict', 'Generator',
    'BinaryIO', 'IO', 'Match', 'Pattern', 'TextIO',
    'AnyStr', 'assert_type', 'assert_never', 'cast', 'clear_overloads', 'dataclass_transform', 'evaluate_forward_ref',
    'final', 'get_args', 'get_origin', 'get_overloads', 'get_protocol_members', 'get_type_hints', 'is_protocol',
    'is_typeddict', 'LiteralString', 'Never', 'NewType', 'no_type_check', 'no_type_check_decorator', 'NoDefault', 'NoReturn', 'NotRequired',
    'overload', 'override', 'ParamSpecArgs', 'ParamSpecKwargs', 'ReadOnly', 'Required', 'reveal_type',
    'runtime_checkable', 'Self', 'Text', 'TYPE_CHECKING', 'TypeAlias', 'TypeGuard', 'TypeIs', 'TypeAliasType', 'Unpack',
]

TYPE_CHECKING = False
Text = str

# Type variables that other libraries take from here.
T, KT, VT = TypeVar('T'), TypeVar('KT'), TypeVar('VT')
T_co, V_co, VT_co = (TypeVar(name, covariant=True) for name in ('T_co', 'V_co', 'VT_co'))
CT_co = TypeVar('CT_co', bound=type, covariant=True)
T_contra = TypeVar('T_contra', contravariant=True)

# --- the generic classes of other modules, by their old names


def _old_names():
    """(name, alias) for each, by the number of its parameters."""
    abc = collections.abc
    same_name = (
        (abc, 0, 'Hashable Sized'),
        (abc, 1, 'Awaitable AsyncIterable AsyncIterator Iterable Iterator Reversible Container Collection MutableSet '
                 'Sequence MutableSequence MappingView KeysView ValuesView'),
        (abc, 2, 'Mapping MutableMapping ItemsView'),
        (abc, 3, 'Coroutine'),
        (collections, 1, 'Counter'),
        (collections, 2, 'OrderedDict ChainMap'),
        (stdlib_re, 1, 'Pattern Match'),
    )
    for module, count, names in same_name:
        for name in names.split():
            yield name, _SpecialGenericAlias(getattr(module, name), count)
    renamed = {'AbstractSet': (abc.Set, 1), 'Deque': (collections.deque, 1), 'DefaultDict': (collections.defaultdict, 2)}
    for name, (cls, count) in renamed.items():
        yield name, _SpecialGenericAlias(cls, count, name=name)
    uncallable = {'List': (list, 1), 'Set': (set, 1), 'FrozenSet': (frozenset, 1), 'Dict': (dict, 2), 'Type': (type, 1)}
    for name, (cls, count) in uncallable.items():
        yield name, _SpecialGenericAlias(cls, count, name=name, inst=False)
    none, maybe_true = type(None), bool | None
    with_defaults = {
        'Generator': (abc.Generator, 3, none, none),
        'AsyncGenerator': (abc.AsyncGenerator, 2, none),
        'ContextManager': (contextlib.AbstractContextManager, 2, maybe_true),
        'AsyncContextManager': (contextlib.AbstractAsyncContextManager, 2, maybe_true),
    }
    for name, (cls, count, *defaults) in with_defaults.items():
        yield name, _SpecialGenericAlias(cls, count, name=name, defaults=tuple(defaults))
    yield 'Callable', _CallableType(abc.Callable, 2)
    yield 'Tuple', _TupleType(tuple, -1, name='Tuple', inst=False)


globals().update(_old_names())

# --- protocols of the conversions


@runtime_checkable
class SupportsInt(Protocol):
    """Has __int__."""

    __slots__ = ()

    @abstractmethod
    def __int__(self) -> int:
        pass


@runtime_checkable
class SupportsFloat(Protocol):
    """Has __float__."""

    __slots__ = ()

    @abstractmethod
    def __float__(self) -> float:
        pass


@runtime_checkable
class SupportsComplex(Protocol):
    """Has __complex__."""

    __slots__ = ()

    @abstractmethod
    def __complex__(self) -> complex:
        pass


@runtime_checkable
class SupportsBytes(Protocol):
    """Has __bytes__."""

    __slots__ = ()

    @abstractmethod
    def __bytes__(self) -> bytes:
        pass


@runtime_checkable
class SupportsIndex(Protocol):
    """Has __index__."""

    __slots__ = ()

    @abstractmethod
    def __index__(self) -> int:
        pass


@runtime_checkable
class SupportsAbs(Protocol[T_co]):
    """Has __abs__."""

    __slots__ = ()

    @abstractmethod
    def __abs__(self) -> T_co:
        pass


@runtime_checkable
class SupportsRound(Protocol[T_co]):
    """Has __round__."""

    __slots__ = ()

    @abstractmethod
    def __round__(self, ndigits: int = 0) -> T_co:
        pass


# --- files

class IO(Generic[AnyStr]):
    """What open() returns, for hints."""

    __slots__ = ()

    @property
    @abstractmethod
    def mode(self) -> str:
        pass

    @property
    @abstractmethod
    def name(self) -> str:
        pass

    @abstractmethod
    def close(self) -> None:
        pass

    @property
    @abstractmethod
    def closed(self) -> bool:
        pass

    @abstractmethod
    def fileno(self) -> int:
        pass

    @abstractmethod
    def flush(self) -> None:
        pass

    @abstractmethod
    def isatty(self) -> bool:
        pass

    @abstractmethod
    def read(self, n: int = -1) -> AnyStr:
        pass

    @abstractmethod
    def readable(self) -> bool:
        pass

    @abstractmethod
    def readline(self, limit: int = -1) -> AnyStr:
        pass

    @abstractmethod
    def readlines(self, hint: int = -1) -> list[AnyStr]:
        pass

    @abstractmethod
    def seek(self, offset: int, whence: int = 0) -> int:
        pass

    @abstractmethod
    def seekable(self) -> bool:
        pass

    @abstractmethod
    def tell(self) -> int:
        pass

    @abstractmethod
    def truncate(self, size: int | None = None) -> int:
        pass

    @abstractmethod
    def writable(self) -> bool:
        pass

    @abstractmethod
    def write(self, s: AnyStr) -> int:
        pass

    @abstractmethod
    def writelines(self, lines: list[AnyStr]) -> None:
        pass

    @abstractmethod
    def __enter__(self) -> 'IO[AnyStr]':
        pass

    @abstractmethod
    def __exit__(self, type, value, traceback) -> None:
        pass


class BinaryIO(IO[bytes]):
    """A file of bytes."""

    __slots__ = ()

    @abstractmethod
    def write(self, s: bytes | bytearray) -> int:
        pass

    @abstractmethod
    def __enter__(self) -> 'BinaryIO':
        pass


class TextIO(IO[str]):
    """A file of text."""

    __slots__ = ()

    @property
    @abstractmethod
    def buffer(self) -> BinaryIO:
        pass

    @property
    @abstractmethod
    def encoding(self) -> str:
        pass

    @property
    @abstractmethod
    def errors(self) -> str | None:
        pass

    @property
    @abstractmethod
    def line_buffering(self) -> bool:
        pass

    @property
    @abstractmethod
    def newlines(self):
        pass

    @abstractmethod
    def __enter__(self) -> 'TextIO':
        pass
