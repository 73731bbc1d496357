"""functools.lru_cache: hits, misses, keyword arguments, a table that is full, methods, and cached_property.

What is cached costs next to nothing, so that it is the cache that is measured.
"""
from functools import cache, cached_property, lru_cache


@cache
def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


@lru_cache(maxsize=128)
def square(x):
    return x * x


@lru_cache(maxsize=None)
def area(width, height=1, *, unit="m"):
    return f"{width * height} {unit}2"


@lru_cache(maxsize=1000, typed=True)
def double(x):
    return x + x


@cache
def distance(a, b):
    """Levenshtein's distance."""
    if not a or not b:
        return len(a) + len(b)
    if a[0] == b[0]:
        return distance(a[1:], b[1:])
    return 1 + min(distance(a[1:], b), distance(a, b[1:]), distance(a[1:], b[1:]))


class Circle:
    def __init__(self, radius):
        self.radius = radius

    @cached_property
    def area(self):
        return 3.14 * self.radius ** 2

    @lru_cache(maxsize=512)
    def scaled(self, factor):
        return self.radius * factor


def main():
    print(sum(fibonacci(i % 80) for i in range(150000)), fibonacci.cache_info())
    print(sum(square(i % 100) for i in range(300000)), square.cache_info())
    print(sum(square(i % 300) for i in range(60000)), square.cache_info())
    print(sum(len(area(i % 20, i % 7)) for i in range(150000)), area.cache_info())
    print(sum(len(area(i % 20, height=2, unit="km")) for i in range(50000)), area.cache_info())
    print(sum(double(i % 50) + double(float(i % 50)) for i in range(60000)), double.cache_info())
    print(distance("the quick brown fox jumps over", "a lazy dog jumped on the brown"), distance.cache_info())
    circles = [Circle(i) for i in range(100)]
    print(sum(circles[i % 100].area for i in range(150000)), sum(circles[i % 100].scaled(i % 3) for i in range(150000)))


if __name__ == "__main__":
    main()
