"""itertools: iterators on iterators, hardly a step in Python: chained, zipped, grouped, accumulated, combined."""
from collections import deque
from functools import reduce
from itertools import (accumulate, chain, combinations, combinations_with_replacement, compress, count, cycle,
                       dropwhile, filterfalse, groupby, islice, pairwise, permutations, product, repeat, starmap,
                       takewhile, tee, zip_longest)
from operator import add, itemgetter, mul, sub


def main():
    numbers = list(range(180000))
    print(sum(chain(numbers, islice(count(5, 3), 180000), repeat(7, 180000))))
    print(sum(chain.from_iterable(zip(numbers, cycle((1, -1, 0))))))
    print(sum(accumulate(numbers)), max(accumulate(map(sub, numbers, repeat(60000)), add)))
    print(sum(starmap(mul, zip(numbers, islice(numbers, 1, None)))), sum(starmap(sub, pairwise(numbers))))
    print(sum(1 for _ in combinations(range(32), 4)), sum(map(sum, combinations(range(70), 3))))
    print(sum(map(itemgetter(1), permutations(range(9), 6))), sum(map(len, product("abc", repeat=9))))
    print(reduce(add, map(max, combinations_with_replacement(range(25), 3))))
    print([(key, len(list(group))) for key, group in groupby(sorted(map(len, map(str, numbers))))])
    print(sum(len(list(group)) for _, group in groupby(numbers, lambda n: n // 100)))
    print(sum(compress(numbers, cycle((1, 0, 0, 1)))), sum(filterfalse((3).__gt__, numbers)))
    print(sum(takewhile((150000).__gt__, dropwhile((100).__gt__, numbers))))
    print(sum(a * b for a, b in zip_longest(numbers, numbers[:100], fillvalue=2)))
    first, second = tee(map(mul, numbers, numbers))
    print(sum(islice(first, 0, None, 3)), deque(second, maxlen=1)[0])


if __name__ == "__main__":
    main()
