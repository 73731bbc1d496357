# partial with Placeholder, lru_cache, reduce, cmp_to_key, singledispatch, total_ordering, cached_property.
from functools import *

def f(*args, **kwargs):
    return args, kwargs

p = partial(f, Placeholder, 2, x=1)
print(p(1), p(1, 3, x=5), partial(p, 9)(), partial(p, 9).args, partial(f, 1, y=2)(3))
print(reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(max, [], 7), sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))

@lru_cache(maxsize=2)
def square(x):
    print('computing', x)
    return x * x

print([square(x) for x in (1, 2, 1, 3, 2)], square.cache_info(), square.cache_parameters())
square.cache_clear()
print(square.cache_info(), square.__wrapped__(5), square.__name__)

@singledispatch
def kind(x):
    return 'object'
kind.register(int, lambda x: 'int')
@kind.register
def _(x: list | tuple):
    return 'sequence'
print([kind(x) for x in (1, True, [], (), 'a')])

@total_ordering
class V:
    def __init__(self, v):
        self.v = v
    def __eq__(self, other):
        return self.v == other.v
    def __lt__(self, other):
        return self.v < other.v
    @cached_property
    def double(self):
        print('once')
        return self.v * 2
    @partialmethod
    def unused(self):
        pass

v = V(1)
print(v <= V(1), v > V(0), v >= V(2), v.double, v.double, v.__dict__)
for g in (lambda: partial(), lambda: partial(1), lambda: partial(f, Placeholder), lambda: p(), lambda: reduce(max, []),
          lambda: square([]), lambda: lru_cache('x'), lambda: kind(), lambda: total_ordering(type('T', (), {}))):
    try:
        print(g())
    except Exception as e:
        print(type(e).__name__, e)
