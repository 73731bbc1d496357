# protocols, named tuples, typed dicts, new types
from typing import (Generic, NamedTuple, NewType, NotRequired, Protocol, ReadOnly, Required, SupportsIndex, SupportsInt,
                    TypedDict, TypeVar, get_protocol_members, is_protocol, is_typeddict, runtime_checkable)

T = TypeVar("T")


@runtime_checkable
class Closes(Protocol):
    def close(self) -> None: ...


@runtime_checkable
class Named(Protocol):
    name: str


class File:
    name = "f"

    def close(self):
        pass


print(isinstance(File(), Closes), isinstance(3, Closes), issubclass(File, Closes), isinstance(File(), Named))
print(get_protocol_members(Closes), is_protocol(Closes), is_protocol(File), isinstance(3, SupportsInt),
      issubclass(int, SupportsIndex), issubclass(str, SupportsIndex))


class Point(NamedTuple):
    """A point."""
    x: int
    y: str = "a"

    def m(self):
        return self.x


class Box(NamedTuple, Generic[T]):
    item: T


print(Point(1), Point(1).m(), Point._field_defaults, Point.__annotations__, NamedTuple("Q", [("a", int)])(3), Point.__doc__,
      Box[int](2), Point.__mro__)


class Movie(TypedDict, total=False):
    title: Required[str]
    year: int


class Longer(Movie):
    length: NotRequired[int]
    id: ReadOnly[int]


print(Movie(title="x"), sorted(Longer.__required_keys__), sorted(Longer.__optional_keys__), Longer.__readonly_keys__,
      Longer.__annotations__, is_typeddict(Movie), Longer.__total__, TypedDict("D", {"a": int}).__required_keys__)
UserId = NewType("UserId", int)
print(UserId, UserId(3), UserId.__supertype__)


class Plain(Protocol):
    def f(self): ...


for wrong in (lambda: Closes(), lambda: isinstance(1, Plain), lambda: issubclass(File, Named), lambda: isinstance({}, Movie),
              lambda: runtime_checkable(File), lambda: type("U", (UserId,), {}), lambda: NamedTuple("N", [("a", 1), "b"]),
              lambda: get_protocol_members(int), lambda: type("P", (int, Protocol), {})):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, str(e)[:70])
bodies = ["x: int = 1\n    y: int", "x: int\n    _replace = 1", "x: 3 = 1"]
for body in bodies:
    try:
        exec(f"class N(NamedTuple):\n    {body}\nprint(N())")
    except Exception as e:
        print(type(e).__name__, e)
