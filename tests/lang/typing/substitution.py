# What stands for type variables: *Ts gathers, defaults fill in, tuples are unpacked, and what is refused.
import collections.abc
import typing
from typing import Any, ClassVar, Unpack

Ts = typing.TypeVarTuple('Ts')
T = typing.TypeVar('T')
U = typing.TypeVar('U')
D = typing.TypeVar('D', default=int)
P = typing.ParamSpec('P')


def t(f):
    try:
        print(f())
    except TypeError as e:
        print(type(e).__name__, e)


t(lambda: tuple[*Ts][int, str])
t(lambda: tuple[*Ts][()])
t(lambda: tuple[T, *Ts][int, str, bool])
t(lambda: tuple[T, *Ts, U][int, str, bool, float])
t(lambda: tuple[T, *Ts, U][int, float])
t(lambda: tuple[T, *Ts, U][int])
t(lambda: tuple[T, *Ts, U][*tuple[int, ...]])
t(lambda: tuple[T, *Ts, U][str, *tuple[int, ...]])
t(lambda: tuple[*Ts][*Ts])
t(lambda: tuple[*Ts][T, *Ts])
t(lambda: tuple[*Ts, *Ts][int])
t(lambda: list[T][1])
t(lambda: list[T]['x'])
t(lambda: list[T][int, str])
t(lambda: list[T][()])
t(lambda: dict[T, U][int])
t(lambda: dict[T, D][int])
t(lambda: dict[T, D][int, str])
t(lambda: list[T][*tuple[int]])
t(lambda: list[T][Unpack[Ts]])
t(lambda: list[T][list[U]][int])
t(lambda: typing.Callable[P, T][[int, str], bool])
t(lambda: collections.abc.Callable[P, T][[int, str], bool])
t(lambda: list[T][ClassVar])
t(lambda: (T | int)[str])
t(lambda: (list[T] | U)[str, int])
t(lambda: Ts.__typing_subst__(int))
t(lambda: T.__typing_subst__(int))
t(lambda: P.__typing_subst__([int]))
t(lambda: T.__typing_prepare_subst__(list[T], (int, str)))
t(lambda: list[Any][int])
t(lambda: tuple[T, ...][int])
t(lambda: tuple[*tuple[T, ...]][int])
t(lambda: tuple[T, *Ts][()])
t(lambda: list[T][*tuple[int, ...]])
