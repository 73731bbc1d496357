"""A cache with a limit forgets what was longest unused."""
from functools import lru_cache

LIMIT = 128


@lru_cache(maxsize=LIMIT)
def square(n):
    return n * n


for n in range(1000):
    square(n)
info = square.cache_info()
print(info)
assert info.currsize == LIMIT and info.misses == 1000
square(999)
assert square.cache_info().hits == 1
