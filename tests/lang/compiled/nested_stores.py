# Items of containers that are read for the store alone: rows of a grid, lists and dicts of an object, ones that die.
class Board:
    def __init__(self, n):
        self.cells = [[0] * n for _ in range(n)]
        self.totals = {}
        self.heat = [0.5] * n

class Noisy:
    def __init__(self, name): self.name = name
    def __del__(self): print("gone:", self.name)

class Row(list):
    def __setitem__(self, i, value): super().__setitem__(i, -value)
    def __del__(self): gone.append(len(self))

gone = []

def fill(board, n):
    for y in range(n):
        for x in range(n):
            board.cells[y][x] = x * y
            board.cells[y][-1 - x] += 1000
            board.totals[x] = board.totals.get(x, 0) + y
            board.totals["all"] = board.totals.get("all", 0.5) + 0.25
            board.heat[x] += 0.5
            [x, y][0] = x
            {x: y}[y] = x
            board.heat[x], kept = board.heat[x] + 1.5, board.heat[x]
    return kept

board = Board(12)
print(fill(board, 12), board.cells[3], board.heat[:3], board.totals)

def replace(rows, n):
    for i in range(n):
        rows[i % 2][i % 3] = i / 2      # a list, and a class that says otherwise
        if i == n - 2:
            rows[0][0] = Noisy("item")
    rows[1] = None
    return rows[0]

print(replace([[0, 1, 2], Row([0, 1, 2])], 60)[1:], gone)

def last(make, n):
    for i in range(n):
        make(i)[0] = i                  # the container dies with the store, what it held before with it
        make(i)["k" * (i & 1)] = i

def make(i):
    return [Noisy(i)] if i == 40 else {}
try:
    last(make, 60)
except TypeError as e:
    print(e)

def beyond(board, n):
    for i in range(n):
        board.cells[i][i] = i
try:
    beyond(board, 50)
except IndexError as e:
    print(e, board.cells[11][11])
