"""All placements of nine queens by generators and sets, and of eleven on a board that marks what is attacked."""


def placements(n):
    def extend(row, columns, rising, falling):
        if row == n:
            yield tuple(columns)
            return
        for column in range(n):
            up, down = row + column, row - column
            if column not in columns and up not in rising and down not in falling:
                yield from extend(row + 1, columns + [column], rising | {up}, falling | {down})
    return extend(0, [], frozenset(), frozenset())


class Board:
    def __init__(self, n):
        self.n = n
        self.columns = [False] * n
        self.rising = [False] * (2 * n)
        self.falling = [False] * (2 * n)
        self.solutions = 0

    def place(self, row):
        if row == self.n:
            self.solutions += 1
            return
        for column in range(self.n):
            if self.free(row, column):
                self.mark(row, column, True)
                self.place(row + 1)
                self.mark(row, column, False)

    def free(self, row, column):
        return not (self.columns[column] or self.rising[row + column] or self.falling[row - column + self.n])

    def mark(self, row, column, taken):
        self.columns[column] = self.rising[row + column] = self.falling[row - column + self.n] = taken


def main():
    found = list(placements(9))
    print(len(found), found[0], sum(p[i] * i for p in found for i in range(9)))
    board = Board(11)
    board.place(0)
    print(board.solutions)


if __name__ == "__main__":
    main()
