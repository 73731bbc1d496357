"""Products of matrices: by three loops, by rows and columns, and by Strassen's seven products of halves.

All three multiply the same whole numbers, so that the results can be compared; floats go through the second alone.
"""


def by_loops(a, b):
    n = len(a)
    c = [[0] * n for _ in range(n)]
    for i in range(n):
        for k in range(n):
            factor = a[i][k]
            for j in range(n):
                c[i][j] += factor * b[k][j]
    return c


def by_columns(a, b):
    columns = list(zip(*b))
    return [[sum(x * y for x, y in zip(row, column)) for column in columns] for row in a]


def add(a, b):
    return [[x + y for x, y in zip(p, q)] for p, q in zip(a, b)]


def subtract(a, b):
    return [[x - y for x, y in zip(p, q)] for p, q in zip(a, b)]


def quarters(a):
    h = len(a) // 2
    return [row[:h] for row in a[:h]], [row[h:] for row in a[:h]], [row[:h] for row in a[h:]], [row[h:] for row in a[h:]]


def by_halves(a, b):
    if len(a) <= 16:
        return by_columns(a, b)
    a1, a2, a3, a4 = quarters(a)
    b1, b2, b3, b4 = quarters(b)
    p1 = by_halves(a1, subtract(b2, b4))
    p2 = by_halves(add(a1, a2), b4)
    p3 = by_halves(add(a3, a4), b1)
    p4 = by_halves(a4, subtract(b3, b1))
    p5 = by_halves(add(a1, a4), add(b1, b4))
    p6 = by_halves(subtract(a2, a4), add(b3, b4))
    p7 = by_halves(subtract(a1, a3), add(b1, b2))
    left = add(subtract(add(p5, p4), p2), p6), add(p3, p4)
    right = add(p1, p2), subtract(subtract(add(p1, p5), p3), p7)
    return [p + q for p, q in zip(left[0], right[0])] + [p + q for p, q in zip(left[1], right[1])]


def main():
    n = 96
    a = [[i * j % 7 - 3 for j in range(n)] for i in range(n)]
    b = [[(i + 2 * j) % 5 for j in range(n)] for i in range(n)]
    c = by_loops(a, b)
    print(c == by_columns(a, b), c == by_halves(a, b))
    print(sum(map(sum, c)), c[7][:8])
    halves = by_columns([[x / 2 for x in row] for row in a], [[x / 2 for x in row] for row in b])
    print(sum(map(sum, halves)))


if __name__ == "__main__":
    main()
