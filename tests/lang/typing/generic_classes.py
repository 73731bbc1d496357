# PEP 695: generic classes, functions and aliases, and what they show
class Box[T]:
    def __init__(self, x):
        self.x = x

    def get(self) -> T:
        return self.x


def first[A, *Ts, **P](x: A, *args: *Ts) -> A:
    return x


type Pair[K, V = int] = tuple[K, V]
type Plain = list[int]

print(Box.__type_params__, first.__type_params__, Pair.__type_params__, Plain.__type_params__)
print(Box[int], Box[int](5).get(), Box[int].__origin__ is Box, Box[int].__args__, Box.__orig_bases__, Box.__parameters__)
print(Pair, Pair.__value__, Pair[str, int], Plain.__value__, Plain.__name__, Plain.__module__, type(Plain).__name__)
T = Box.__type_params__[0]
print(repr(T), T.__name__, T.__bound__, T.__constraints__, T.__covariant__, T.__infer_variance__, type(T))


class Bound[T: int, U: (str, bytes), V = list[T]]:
    pass


for p in Bound.__type_params__:
    print(p, p.__bound__, p.__constraints__, p.has_default(), p.__default__)


class Sub[T](Box[T]):
    pass


print([c.__name__ for c in Sub.__mro__], Sub[str], Sub.__orig_bases__[0])
type Recursive = list[Recursive] | int
print(Recursive.__value__)
type Lazy = not_yet_defined
try:
    Lazy.__value__
except NameError as e:
    print(e)
not_yet_defined = 5
print(Lazy.__value__)
for f in (lambda: Plain[int], lambda: Pair(), lambda: T(), lambda: isinstance(1, Plain)):
    try:
        print(f())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
