"""A go board that plays against itself at random: chains of stones that grow, lose liberties and are captured.

A move is chosen among the empty points, refused when it is suicide, retakes a ko or fills the player's own eye. Chains are
found by flooding from a stone; the board keeps no incremental structure, so this is sets and lists of points all the time.
"""

SIZE = 9
EMPTY, BLACK, WHITE = ".", "#", "o"


class Random:
    """A linear congruential generator: the same games everywhere."""

    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 1103515245 + 12345) & 0x7fffffff
        return (self.state >> 8) % n


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y
        self.stone = EMPTY
        self.neighbours = []

    def __repr__(self):
        return f"{'ABCDEFGHJ'[self.x]}{self.y + 1}"


class Chain:
    """Stones of one colour that hang together, and the empty points at them."""

    def __init__(self, start):
        self.stones = {start}
        self.liberties = set()
        pending = [start]
        while pending:
            for neighbour in pending.pop().neighbours:
                if neighbour.stone == EMPTY:
                    self.liberties.add(neighbour)
                elif neighbour.stone == start.stone and neighbour not in self.stones:
                    self.stones.add(neighbour)
                    pending.append(neighbour)


class Board:
    def __init__(self):
        self.points = [Point(x, y) for y in range(SIZE) for x in range(SIZE)]
        self.ko = None
        self.captured = {BLACK: 0, WHITE: 0}
        for point in self.points:
            for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                x, y = point.x + dx, point.y + dy
                if 0 <= x < SIZE and 0 <= y < SIZE:
                    point.neighbours.append(self.points[y * SIZE + x])

    def is_eye(self, point, colour):
        return all(neighbour.stone == colour for neighbour in point.neighbours)

    def play(self, point, colour):
        """False when the rules forbid it."""
        if point.stone != EMPTY or point is self.ko:
            return False
        point.stone = colour
        other = WHITE if colour == BLACK else BLACK
        taken = set()
        for neighbour in point.neighbours:
            if neighbour.stone == other and neighbour not in taken:
                chain = Chain(neighbour)
                if not chain.liberties:
                    taken |= chain.stones
        if not taken and not Chain(point).liberties:
            point.stone = EMPTY
            return False
        for stone in taken:
            stone.stone = EMPTY
        self.captured[colour] += len(taken)
        self.ko = next(iter(taken)) if len(taken) == 1 and len(Chain(point).liberties) == 1 else None
        return True

    def random_move(self, colour, random):
        candidates = [point for point in self.points if point.stone == EMPTY]
        while candidates:
            i = random.below(len(candidates))
            point = candidates[i]
            if not self.is_eye(point, colour) and self.play(point, colour):
                return point
            candidates[i] = candidates[-1]
            candidates.pop()
        return None

    def score(self, colour):
        return sum(point.stone == colour or point.stone == EMPTY and self.is_eye(point, colour) for point in self.points)

    def __str__(self):
        return "\n".join("".join(point.stone for point in self.points[i:i + SIZE]) for i in range(0, SIZE * SIZE, SIZE))


def play_game(random):
    board, colour, passes, moves = Board(), BLACK, 0, 0
    while passes < 2 and moves < 3 * SIZE * SIZE:
        passes = passes + 1 if board.random_move(colour, random) is None else 0
        colour = WHITE if colour == BLACK else BLACK
        moves += 1
    return board, moves


def main():
    random = Random(2024)
    wins = total = 0
    for _ in range(60):
        board, moves = play_game(random)
        wins += board.score(BLACK) > board.score(WHITE)
        total += moves
    print(wins, total, board.captured)
    print(board)


if __name__ == "__main__":
    main()
