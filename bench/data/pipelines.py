"""Generators in a row: numbers that flow through filters, permutations and trees walked lazily, and coroutines that are sent to.

Nothing is kept in a list before the end, so every item passes through several suspended functions.
"""
from itertools import accumulate, chain, count, groupby, islice, takewhile


def integers(start=1):
    while True:
        yield start
        start += 1


def not_divisible(source, n):
    for x in source:
        if x % n:
            yield x


def primes():
    source = integers(2)
    while True:
        prime = next(source)
        yield prime
        source = not_divisible(source, prime)


def permutations(items):
    if len(items) < 2:
        yield items
        return
    for i, item in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield [item] + rest


class Tree:
    def __init__(self, key, left=None, right=None):
        self.key = key
        self.left = left
        self.right = right

    @classmethod
    def of(cls, keys):
        if not keys:
            return None
        middle = len(keys) // 2
        return cls(keys[middle], cls.of(keys[:middle]), cls.of(keys[middle + 1:]))

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.key
        if self.right:
            yield from self.right


def running_mean():
    """A coroutine: takes numbers, gives their mean so far."""
    total, n, mean = 0, 0, None
    while True:
        total += yield mean
        n += 1
        mean = total / n


def windows(source, size):
    window = []
    for item in source:
        window.append(item)
        if len(window) == size:
            yield tuple(window)
            del window[0]


def runs(source):
    """Lengths of the pieces in which the numbers only rise."""
    length, last = 0, None
    for x in source:
        if last is not None and x < last:
            yield length
            length = 0
        length, last = length + 1, x
    yield length


def main():
    print(list(islice(primes(), 500))[-5:])
    print(sum(1 for p in permutations([1, 2, 3, 4, 5, 6, 7, 8]) if p[0] < p[-1]))
    tree = Tree.of(range(60_000))
    print(sum(tree), next(iter(tree)), sum(1 for a, b in zip(tree, islice(tree, 1, None)) if a < b))
    mean = running_mean()
    next(mean)
    print([round(m, 3) for x in range(80_000) if (m := mean.send(x * x % 101)) > 52])
    scattered = (i * i % 1009 for i in range(160_000))
    print(max(sum(w) for w in windows(scattered, 5)))
    print(sum(n * n for n in runs(i * 7919 % 1013 for i in range(160_000))))
    squares = (n * n for n in count(1) if n % 3)
    print(sum(takewhile(lambda s: s < 10 ** 10, squares)))
    print([(bit, len(list(group))) for bit, group in groupby((i * i >> 9) & 1 for i in range(60))])
    print(list(islice(accumulate(chain.from_iterable(range(k) for k in range(300))), 44_000, 44_003)))


if __name__ == "__main__":
    main()
