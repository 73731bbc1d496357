# functools: the functions and decorators, and what they refuse.
import functools as ft


@ft.lru_cache(maxsize=2)
def square(x):
    return x * x


print([square(n) for n in (1, 2, 1, 3, 2)], square.cache_info(), square.cache_parameters(), square.__wrapped__(5))
square.cache_clear()
print(square.cache_info())

add = ft.partial(lambda a, b=2, *c, d=0: (a, b, c, d), 1, d=9)
print(add(), add(3, 4), add.args, add.keywords, ft.partial(pow, ft.Placeholder, 2)(5))


@ft.total_ordering
class Version:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __lt__(self, other):
        return self.n < other.n

    @ft.cached_property
    def double(self):
        print('computed')
        return self.n * 2

    @ft.singledispatchmethod
    def show(self, x):
        return 'object'

    @show.register
    def _(self, x: int):
        return 'int'

    both = ft.partialmethod(lambda self, *args: args, 1, 2)


v = Version(1)
print(v <= Version(2), v > Version(2), v >= v, v.double, v.double, v.show(1), v.show(''), v.both(3))


@ft.singledispatch
def kind(x):
    """Doc."""
    return 'object'


@kind.register(list | tuple)
def _(x):
    return 'sequence'


kind.register(bool, lambda x: 'bool')
print(kind(1), kind([]), kind(True), kind.dispatch(tuple)(()), len(kind.registry), kind.__doc__)


@ft.wraps(kind)
def wrapper():
    pass


print(wrapper.__name__, wrapper.__doc__, wrapper.__wrapped__ is kind)
print(ft.reduce(lambda a, b: a + b, 'abc', '-'), ft.reduce(max, [1], initial=5), sorted('bCa', key=ft.cmp_to_key(lambda a, b: (a > b) - (a < b))))

for call in (lambda: ft.reduce(max, []), lambda: ft.reduce(max, 5), lambda: ft.partial(), lambda: ft.partial(5), lambda: kind(),
             lambda: kind.register(5), lambda: ft.lru_cache(maxsize='x'), lambda: square([]),
             lambda: ft.total_ordering(type('X', (), {})), lambda: ft.partial(pow, ft.Placeholder, 2)(),
             lambda: ft.cmp_to_key(5) and sorted([1, 2], key=ft.cmp_to_key(5)), lambda: ft.singledispatchmethod(5)):
    try:
        print(call())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
