"""Linear equations by LU decomposition with pivots, on lists of lists; and the determinant and the inverse from it.

The inner loop takes a multiple of one row from another. A second pass does the same with fractions of whole numbers, where
nothing is lost (Bareiss' method), to check the determinant.
"""


class Matrix:
    def __init__(self, rows):
        self.rows = [list(row) for row in rows]
        self.n = len(self.rows)

    def decompose(self):
        """(L below the diagonal and U on and above it, the order of the rows, the sign of that permutation)."""
        a = [row[:] for row in self.rows]
        order, sign = list(range(self.n)), 1
        for k in range(self.n):
            pivot = max(range(k, self.n), key=lambda i: abs(a[i][k]))
            if a[pivot][k] == 0:
                raise ZeroDivisionError("the matrix is singular")
            if pivot != k:
                a[k], a[pivot] = a[pivot], a[k]
                order[k], order[pivot] = order[pivot], order[k]
                sign = -sign
            top = a[k]
            for i in range(k + 1, self.n):
                row = a[i]
                factor = row[k] = row[k] / top[k]
                for j in range(k + 1, self.n):
                    row[j] -= factor * top[j]
        return a, order, sign

    def determinant(self):
        a, _, product = self.decompose()
        for i in range(self.n):
            product *= a[i][i]
        return product

    def exact_determinant(self):
        """Of a matrix of ints, in ints: every division comes out even."""
        a, before, sign = [row[:] for row in self.rows], 1, 1
        for k in range(self.n - 1):
            if a[k][k] == 0:
                other = next(i for i in range(k + 1, self.n) if a[i][k])
                a[k], a[other], sign = a[other], a[k], -sign
            for i in range(k + 1, self.n):
                for j in range(k + 1, self.n):
                    a[i][j] = (a[i][j] * a[k][k] - a[i][k] * a[k][j]) // before
            before = a[k][k]
        return sign * a[-1][-1]


def solve(decomposition, right):
    a, order, _ = decomposition
    n = len(a)
    x = [right[i] for i in order]
    for i in range(n):
        x[i] -= sum(a[i][j] * x[j] for j in range(i))
    for i in reversed(range(n)):
        x[i] = (x[i] - sum(a[i][j] * x[j] for j in range(i + 1, n))) / a[i][i]
    return x


def example(n):
    """Whole numbers between -9 and 9 without a pattern."""
    state = 1
    rows = []
    for _ in range(n):
        row = []
        for _ in range(n):
            state = state * 69069 + 1 & 0xffffffff
            row.append((state >> 16) % 19 - 9)
        rows.append(row)
    return Matrix(rows)


def main():
    matrix = example(190)
    decomposition = matrix.decompose()
    solution = solve(decomposition, [1.0] * matrix.n)
    worst = max(abs(sum(a * x for a, x in zip(row, solution)) - 1.0) for row in matrix.rows)
    print(worst < 1e-9, f"{sum(solution):.8f}")
    inverse = [solve(decomposition, [float(i == k) for i in range(matrix.n)]) for k in range(20)]
    print(f"{sum(map(sum, inverse)):.8f}")
    small = example(60)
    exact = small.exact_determinant()
    print(exact, abs(small.determinant() / exact - 1) < 1e-9)


if __name__ == "__main__":
    main()
