# get_type_hints, and functions that only mark
from typing import (Annotated, List, Optional, assert_never, assert_type, cast, dataclass_transform, final, get_overloads,
                    get_type_hints, no_type_check, overload, override)


class H:
    a: "int"
    b: Optional["H"]
    c: List["str"]
    d: Annotated["float", "unit"]


class I(H):
    a: str


def f(x: "int", y: "List[str]" = None, *z: "Annotated[int, 3]") -> "H": ...


print(get_type_hints(H), get_type_hints(I)["a"])
print(get_type_hints(f), get_type_hints(f, include_extras=True)["z"], get_type_hints(H, format=4))


@overload
def twice(a: int) -> int: ...
@overload
def twice(a: str) -> str: ...
def twice(a): return a * 2


print(len(get_overloads(twice)), twice(2), cast(str, 1), assert_type(1, int))


class Base:
    @final
    def m(self): pass

    @override
    def n(self): pass


print(Base.m.__final__, Base.n.__override__, no_type_check(f).__no_type_check__, get_type_hints(f))


def g(x: "missing"): pass


for wrong in (lambda: get_type_hints(g), lambda: get_type_hints(3), lambda: assert_never("x"), lambda: overload(twice)(1)):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, str(e)[:60])
