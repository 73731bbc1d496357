# aliases, special forms, generic classes and what subscripting them gives
from typing import (Annotated, Any, Callable, ClassVar, Concatenate, Dict, Final, Generic, List, Literal, NoReturn, Optional,
                    ParamSpec, Tuple, Type, TypeVar, TypeVarTuple, Union, Unpack, get_args, get_origin)

T = TypeVar("T")
K = TypeVar("K")
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")
print(List[int], Dict[str, List[T]], Dict[str, List[T]][int], Optional[int], Union[int, str, None], Type[int])
print(Callable[[int], str], Callable[..., T], Callable[P, T], Tuple[int, ...], Tuple[()], Callable[P, T][[int, str], bool])
print(Literal["a", 1, True], Annotated[int, "x"], ClassVar[int], Final[str], Any, NoReturn, Concatenate[int, P], P.args,
      P.kwargs, Unpack[Ts], List["int"])


class A(Generic[T, K]):
    pass


class B(A[int, T]):
    pass


class V(Generic[*Ts]):
    pass


class G[X, *Y, **Z]:
    pass


print(A[int, str], A[T, int][str], A.__parameters__, A.__orig_bases__, A.__mro__, B[str], B.__parameters__)
print(V[int, str], V.__parameters__, G.__parameters__, G[int, str, [int]], A[int, str]().__orig_class__)
print(get_origin(List[int]), get_args(Dict[int, str]), get_args(Callable[[int], str]), get_origin(Annotated[int, 1]),
      get_args(Literal[1, 2]), get_origin(int | str), get_args(int | None), get_origin(int))
print(List[int] == List[int], hash(List[int]) == hash(List[int]), list[int] == List[int], isinstance([], List),
      issubclass(dict, Dict), Literal[1, 2] == Literal[2, 1], Literal[1] == Literal[True])
for wrong in ("List[1,2]", "A[int]", "Generic[int]", "Optional[1,2]", "isinstance(1,List[int])", "List()", "Callable[int]",
              "Any()", "type('X', (Generic,), {})", "ClassVar[1,2]", "Annotated[int]", "Union[()]", "Concatenate[int]",
              "Generic[T,T]", "List[int][str]", "Optional[ClassVar]", "Literal()", "isinstance(1, Any)", "Generic[()]",
              "Callable[1, 2]", "A[int, str, float]"):
    try:
        print(wrong, eval(wrong))
    except Exception as e:
        print(wrong, type(e).__name__, e)
