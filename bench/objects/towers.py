"""The towers of Hanoi with discs that are objects, linked into piles: pushes, pops and a recursion without loops.

A larger disc on a smaller one is refused, so that the moves are checked and not only counted. The legend's rule makes
2 ** n - 1 moves of n discs.
"""


class Disc:
    def __init__(self, size):
        self.size = size
        self.below = None


class Towers:
    def __init__(self, discs):
        self.piles = [None, None, None]
        self.moves = 0
        for size in range(discs, 0, -1):
            self.push(0, Disc(size))

    def push(self, pile, disc):
        top = self.piles[pile]
        if top is not None and disc.size >= top.size:
            raise ValueError("a larger disc cannot lie on a smaller one")
        disc.below = top
        self.piles[pile] = disc

    def pop(self, pile):
        disc = self.piles[pile]
        if disc is None:
            raise ValueError("there is no disc on this pile")
        self.piles[pile] = disc.below
        disc.below = None
        return disc

    def move(self, discs, source, target):
        if discs == 1:
            self.push(target, self.pop(source))
            self.moves += 1
            return
        spare = 3 - source - target
        self.move(discs - 1, source, spare)
        self.move(1, source, target)
        self.move(discs - 1, spare, target)


def main():
    towers = Towers(20)
    towers.move(20, 0, 1)
    disc, sizes = towers.piles[1], []
    while disc is not None:
        sizes.append(disc.size)
        disc = disc.below
    print(towers.moves, len(sizes), sizes == sorted(sizes))


if __name__ == "__main__":
    main()
