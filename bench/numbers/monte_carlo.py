"""Chance, by a generator of our own: pi by throwing darts, an integral, a walk, a queue at a counter, and shuffled cards.

The generator is a 64-bit linear congruential one written in the language, so whole numbers of up to 128 bits are multiplied
and masked for each number drawn.
"""
from math import exp, log, sqrt


class Random:
    MASK = (1 << 64) - 1

    def __init__(self, seed):
        self.state = seed

    def bits(self):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) & self.MASK
        return self.state >> 33

    def random(self):
        return self.bits() / 2147483648.0

    def below(self, n):
        return self.bits() * n >> 31

    def exponential(self, mean):
        return -mean * log(1.0 - self.random())


def darts(random, n):
    inside = 0
    for _ in range(n):
        x, y = random.random(), random.random()
        if x * x + y * y < 1.0:
            inside += 1
    return 4.0 * inside / n


def integral(random, n):
    """Of exp(-x * x) from 0 to 2, with an estimate of the error."""
    values = [exp(-x * x) for x in (2.0 * random.random() for _ in range(n))]
    mean = sum(values) / n
    variance = sum((v - mean) ** 2 for v in values) / n
    return 2.0 * mean, 2.0 * sqrt(variance / n)


def walk(random, n):
    x = y = 0
    visited = {(0, 0)}
    for _ in range(n):
        match random.below(4):
            case 0:
                x += 1
            case 1:
                x -= 1
            case 2:
                y += 1
            case _:
                y -= 1
        visited.add((x, y))
    return len(visited), x * x + y * y


def counter(random, customers):
    """The mean time in a queue where people come every 10 minutes and need 8."""
    now = free = waited = 0.0
    for _ in range(customers):
        now += random.exponential(10.0)
        start = max(now, free)
        waited += start - now
        free = start + random.exponential(8.0)
    return waited / customers


def fixed_points(random, n):
    """How often shuffled cards leave none in its place: nearly 1 / e."""
    none = 0
    for _ in range(n):
        cards = list(range(20))
        for i in range(19, 0, -1):
            j = random.below(i + 1)
            cards[i], cards[j] = cards[j], cards[i]
        none += all(card != i for i, card in enumerate(cards))
    return none / n


def main():
    random = Random(20)
    print(f"{darts(random, 150_000):.6f}")
    print("{:.6f} {:.6f}".format(*integral(random, 50_000)))
    print(*walk(random, 60_000))
    print(f"{counter(random, 60_000):.6f}")
    print(f"{fixed_points(random, 3_000):.6f}")


if __name__ == "__main__":
    main()
