# the methods that fields make: init, repr, eq, order, hash, frozen, slots, match_args, replace
from copy import replace as copy_replace
from dataclasses import KW_ONLY, FrozenInstanceError, InitVar, dataclass, field, fields, replace
from typing import ClassVar


@dataclass
class A:
    x: int
    y: list = field(default_factory=list)
    z: "str" = "q"
    shared: ClassVar[int] = 5
    hidden: float = field(default=1.5, repr=False, compare=False)


print(A(1), A(1, [2]), A(1) == A(1, hidden=3), A.__doc__, A.__match_args__, A.__hash__)
print([f.name for f in fields(A)], A(1).y is A(1).y, A.__init__.__annotations__["x"])


@dataclass(frozen=True, order=True, slots=True)
class B:
    a: int
    b: int = 3

    def parent(self):
        return super().__repr__()[:2]


b = B(1)
print(b, b < B(2), hash(b) == hash(B(1)), B.__slots__, b.parent(), replace(b, b=9), copy_replace(b, a=0))


@dataclass
class C(A):
    _: KW_ONLY
    w: int
    given: InitVar[int] = 0

    def __post_init__(self, given):
        self.z = given


print(C(1, w=2, given=7), C.__match_args__)
match B(1, 2):
    case B(a, b):
        print(a, b)
for wrong in (lambda: setattr(b, "a", 1), lambda: delattr(b, "a"), lambda: A(), lambda: C(1, [], "", 2, 3), lambda: A(1) < A(2),
              lambda: replace(b, c=1), lambda: fields(3), lambda: replace(3), lambda: setattr(b, "other", 1)):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, e)
