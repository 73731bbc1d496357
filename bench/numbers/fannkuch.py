"""Pancakes: turn the first k over, where k is what lies on top, until a 1 does. What permutation takes the most turns?

All permutations of n are made in place, by rotating a growing front part; a checksum takes their turns with changing signs.
"""


def turns(permutation):
    cakes = permutation[:]
    count = 0
    while (first := cakes[0]) != 1:
        cakes[:first] = cakes[first - 1::-1]
        count += 1
    return count


def permutations(n):
    """All of them, in an order in which each is a rotation of a front part of the last; the list is the same each time."""
    permutation = list(range(1, n + 1))
    left = list(range(n + 1))
    yield permutation
    k = 2
    while k <= n:
        permutation.insert(k - 1, permutation.pop(0))
        left[k] -= 1
        if left[k] > 0:
            yield permutation
            k = 2
        else:
            left[k] = k
            k += 1


def fannkuch(n):
    most = checksum = 0
    sign = 1
    for permutation in permutations(n):
        count = turns(permutation)
        most = max(most, count)
        checksum += sign * count
        sign = -sign
    return checksum, most


def main():
    for n in range(5, 10):
        print(n, *fannkuch(n))


if __name__ == "__main__":
    main()
