"""Dynamic programming with tables: dicts keyed by tuples, rows of lists, and functions that remember their answers.

The distance of two texts, the longest common part, a knapsack, ways to give change, bracketing of a product of matrices, and
counting of partitions.
"""
from functools import cache, lru_cache


def edit_distance(a, b):
    last = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            row.append(min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (x != y)))
        last = row
    return last[-1]


def common_part(a, b):
    """The longest sequence that both contain in this order, by a table of pairs."""
    table = {}
    for i in range(len(a) - 1, -1, -1):
        for j in range(len(b) - 1, -1, -1):
            if a[i] == b[j]:
                table[i, j] = 1 + table.get((i + 1, j + 1), 0)
            else:
                table[i, j] = max(table.get((i + 1, j), 0), table.get((i, j + 1), 0))
    i = j = 0
    found = []
    while i < len(a) and j < len(b):
        if a[i] == b[j]:
            found.append(a[i])
            i, j = i + 1, j + 1
        elif table.get((i + 1, j), 0) >= table.get((i, j + 1), 0):
            i += 1
        else:
            j += 1
    return "".join(found)


def knapsack(things, capacity):
    best = {0: (0, ())}
    for name, (weight, value) in things.items():
        for load, (worth, names) in list(best.items()):
            total = load + weight
            if total <= capacity and best.get(total, (-1, ()))[0] < worth + value:
                best[total] = worth + value, names + (name,)
    return max(best.values())


@cache
def ways(amount, coins):
    if amount == 0:
        return 1
    if amount < 0 or not coins:
        return 0
    return ways(amount - coins[0], coins) + ways(amount, coins[1:])


@lru_cache(maxsize=None)
def partitions(n, largest):
    return 1 if n == 0 else sum([partitions(n - part, part) for part in range(1, min(n, largest) + 1)])


def cheapest_product(sizes):
    """Multiplications for a chain of matrices, and where the brackets go."""
    memo = {}

    def solve(i, j):
        if j - i == 1:
            return 0, f"M{i}"
        if (i, j) not in memo:
            options = []
            for k in range(i + 1, j):
                (a, left), (b, right) = solve(i, k), solve(k, j)
                options.append((a + b + sizes[i] * sizes[k] * sizes[j], f"({left}{right})"))
            memo[i, j] = min(options)
        return memo[i, j]
    return solve(0, len(sizes) - 1)


def text(seed, length):
    out = []
    for _ in range(length):
        seed = seed * 75 % 65537
        out.append("acgt"[seed % 4])
    return "".join(out)


def main():
    a, b = text(3, 900), text(5, 800)
    print(edit_distance(a, b))
    part = common_part(a[:400], b[:400])
    print(len(part), part[:40])
    print(knapsack({f"t{i}": (3 + i * 7 % 31, 10 + i * 13 % 47) for i in range(60)}, 300))
    print(ways(2000, (50, 20, 10, 5, 2, 1)), ways.cache_info().currsize)
    print(partitions(190, 190), partitions.cache_info().hits)
    print(*cheapest_product([30, 35, 15, 5, 10, 20, 25, 40, 12, 7, 33, 18, 9, 50, 6, 22, 11, 28, 16, 21, 13, 8]))


if __name__ == "__main__":
    main()
