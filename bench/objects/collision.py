"""Discs that move in a box: which of them touch? A grid of cells keeps the candidates few.

Every step moves all discs, files them under the cells that they reach, tests the pairs within a cell, and lets those that
touch exchange their speed along the line between their centres. Energy is the same in the end, but for rounding.
"""
from math import hypot


class Disc:
    def __init__(self, number, x, y, vx, vy, radius):
        self.number = number
        self.x = x
        self.y = y
        self.vx = vx
        self.vy = vy
        self.radius = radius

    def move(self, time, size):
        self.x += self.vx * time
        self.y += self.vy * time
        if self.x < self.radius and self.vx < 0 or self.x > size - self.radius and self.vx > 0:
            self.vx = -self.vx
        if self.y < self.radius and self.vy < 0 or self.y > size - self.radius and self.vy > 0:
            self.vy = -self.vy

    def touches(self, other):
        return hypot(self.x - other.x, self.y - other.y) < self.radius + other.radius

    def bounce(self, other):
        """True when the two were on their way to each other."""
        nx, ny = other.x - self.x, other.y - self.y
        distance = hypot(nx, ny)
        nx, ny = nx / distance, ny / distance
        closing = (self.vx - other.vx) * nx + (self.vy - other.vy) * ny
        if closing <= 0:
            return False
        self.vx -= closing * nx
        self.vy -= closing * ny
        other.vx += closing * nx
        other.vy += closing * ny
        return True

    def energy(self):
        return (self.vx ** 2 + self.vy ** 2) / 2


class Grid:
    def __init__(self, cell_size):
        self.cell_size = cell_size
        self.cells = {}

    def add(self, disc):
        size, r = self.cell_size, disc.radius
        for column in range(int((disc.x - r) // size), int((disc.x + r) // size) + 1):
            for row in range(int((disc.y - r) // size), int((disc.y + r) // size) + 1):
                self.cells.setdefault((column, row), []).append(disc)

    def touching_pairs(self):
        seen = set()
        for discs in self.cells.values():
            for i, a in enumerate(discs):
                for b in discs[i + 1:]:
                    pair = a.number, b.number
                    if a.touches(b) and pair not in seen:
                        seen.add(pair)
                        yield a, b


class World:
    def __init__(self, size, count):
        self.size = size
        self.discs = []
        state = 7
        for number in range(count):
            values = []
            for _ in range(4):
                state = (state * 16807) % 2147483647
                values.append(state / 2147483647)
            x, y, vx, vy = values
            self.discs.append(Disc(number, 1 + x * (size - 2), 1 + y * (size - 2), vx - 0.5, vy - 0.5, 0.5 + number % 3 * 0.2))

    def step(self, time):
        grid = Grid(2.0)
        for disc in self.discs:
            disc.move(time, self.size)
            grid.add(disc)
        return sum([a.bounce(b) for a, b in grid.touching_pairs()])

    def energy(self):
        return sum(disc.energy() for disc in self.discs)


def main():
    world = World(60.0, 400)
    before = world.energy()
    bounces = sum(world.step(0.2) for _ in range(300))
    print(bounces, f"{before:.6f} {world.energy():.6f}")


if __name__ == "__main__":
    main()
