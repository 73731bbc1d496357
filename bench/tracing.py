"""What tracemalloc costs where it costs most: run time with one frame over run time without, of programs that do little but
make objects. Those named keep_ keep them, the others drop them at once. `ouro bench/tracing.py [NAME ...]`

Runs with and without alternate, and the best of each counts. It runs with another Python, too, to compare. What whole
programs pay: `PEERS="PYTHONTRACEMALLOC=1 build/ouro" python3 bench/run.py`.
"""
import math
import sys
import time
import tracemalloc

ROUNDS = 10


class Point:
    def __init__(self, x):
        self.x = x
        self.y = [x]


class Slots:
    __slots__ = "x", "y"

    def __init__(self, x):
        self.x = self.y = x


def lists():
    for i in range(100_000):
        [i]


def tuples():
    for i in range(100_000):
        (i, i)


def dicts():
    for i in range(50_000):
        {"a": i}


def strings_of_ints():
    for i in range(100_000):
        str(i)


def instances():
    for i in range(50_000):
        Point(i)


def slots():
    for i in range(50_000):
        Slots(i)


def lambdas():
    for i in range(50_000):
        lambda: i


def generator_expressions():
    for i in range(30_000):
        list(x for x in (1, 2))


def keep_floats():
    return [0.5 * i for i in range(200_000)]


def keep_objects():
    return [object() for i in range(200_000)]


def keep_strings():
    return [str(i) for i in range(100_000)]


def keep_tuples():
    return [(i, i) for i in range(100_000)]


def keep_dicts():
    return [{"a": i} for i in range(30_000)]


def keep_instances():
    return [Point(i) for i in range(60_000)]


def tree(depth=15):
    return [tree(depth - 1), tree(depth - 1)] if depth else []


ALLOCATING = {f.__name__: f for f in (
    lists, tuples, dicts, strings_of_ints, instances, slots, lambdas, generator_expressions,
    keep_floats, keep_objects, keep_strings, keep_tuples, keep_dicts, keep_instances, tree)}


def seconds(function):
    start = time.process_time()
    function()
    return time.process_time() - start


def cost(function):
    plain = traced = math.inf
    for _ in range(ROUNDS):
        plain = min(plain, seconds(function), seconds(function))
        tracemalloc.start(1)
        traced = min(traced, seconds(function), seconds(function))
        tracemalloc.stop()
    return traced / plain


def main(names):
    costs = {}
    for name in names or ALLOCATING:
        costs[name] = cost(ALLOCATING[name])
        print(f"{name:22} {costs[name]:6.2f}", flush=True)
    mean = math.prod(costs.values()) ** (1 / len(costs))
    print(f"geometric mean {mean:.2f}, {max(costs.values()):.2f} at the most")


if __name__ == "__main__":
    main(sys.argv[1:])
