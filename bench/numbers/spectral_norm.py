"""The largest singular value of an infinite matrix whose items are 1, 1/2, 1/3, ... along its diagonals.

The power method multiplies by the matrix and by its transpose ten times. The items are computed when they are needed: a
function call for each, which is most of the work.
"""
from math import sqrt


def item(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(vector):
    return [sum([item(i, j) * x for j, x in enumerate(vector)]) for i in range(len(vector))]


def times_transposed(vector):
    return [sum([item(j, i) * x for j, x in enumerate(vector)]) for i in range(len(vector))]


def spectral_norm(n):
    u = [1.0] * n
    for _ in range(10):
        v = times_transposed(times(u))
        u = times_transposed(times(v))
    return sqrt(sum(a * b for a, b in zip(u, v)) / sum(b * b for b in v))


def main():
    for n in (20, 50, 180):
        print(f"{n:4} {spectral_norm(n):.9f}")


if __name__ == "__main__":
    main()
