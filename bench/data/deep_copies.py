"""Snapshots of a game's state: deep copies of nested data and objects, undo, comparison, and a patch between two states.

Copying goes through dicts, lists, tuples and sets, keeps what is shared shared, and asks objects that know how to copy themselves.
"""
import copy


class Item:
    def __init__(self, name, weight):
        self.name = name
        self.weight = weight


class Map:
    """Does not change, so all states share it."""

    def __init__(self, size):
        self.walls = {(i * 7 % size, i * 11 % size) for i in range(size)}

    def __deepcopy__(self, memo):
        return self


class Player:
    def __init__(self, name, items):
        self.name = name
        self.items = items
        self.position = [0, 0]
        self.scores = {"gold": 0, "moves": 0}
        self.history = ()


class Game:
    def __init__(self):
        self.map = Map(50)
        sword = Item("sword", 7)
        self.players = {name: Player(name, [sword, Item("bread", i)]) for i, name in enumerate(("ann", "bob", "cyd"))}
        self.seen = {"fields": set(), "log": [["start", {"turn": 0}]]}

    def turn(self, n):
        player = self.players[("ann", "bob", "cyd")[n % 3]]
        dx, dy = ((1, 0), (0, 1), (-1, 0), (1, 1))[n * n % 4]
        target = player.position[0] + dx, player.position[1] + dy
        if target not in self.map.walls:
            player.position[:] = target
            self.seen["fields"].add(target)
        player.scores["gold"] += n % 5
        player.scores["moves"] += 1
        player.history = (*player.history, n)[-8:]
        if n % 10 == 0:
            self.seen["log"].append([player.name, {"turn": n}])


def plain(value):
    """The state as dicts, lists and simple values, for comparison."""
    if isinstance(value, dict):
        return {key: plain(v) for key, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(v) for v in value]
    if isinstance(value, set):
        return sorted(value)
    if hasattr(value, "__dict__"):
        return plain(vars(value))
    return value


def difference(a, b, path=""):
    """Lines that say where b is not a."""
    if isinstance(a, dict) and isinstance(b, dict):
        for key in a.keys() | b.keys():
            yield from difference(a.get(key), b.get(key), f"{path}/{key}")
    elif isinstance(a, list) and isinstance(b, list) and len(a) == len(b):
        for i, (x, y) in enumerate(zip(a, b)):
            yield from difference(x, y, f"{path}/{i}")
    elif a != b:
        yield path


def main():
    game, states = Game(), []
    for n in range(800):
        states.append(copy.deepcopy(game))
        game.turn(n)
    swords = {id(player.items[0]) for player in states[100].players.values()}
    print(len(swords), states[5].map is game.map, len(states))
    first, last = plain(states[0]), plain(game)
    changed = sorted(difference(first, last))
    print(len(changed), changed[:3])
    print([sum(1 for _ in difference(plain(states[i]), plain(states[i + 20]))) for i in range(0, 760, 40)])
    shallow = copy.copy(game.players["ann"])
    print(shallow.items is game.players["ann"].items, shallow.scores == states[-1].players["ann"].scores)
    while states:
        game = states.pop()
    print(plain(game) == plain(Game()))
    loop = [1, [2, 3]]
    loop.append(loop)
    twin = copy.deepcopy(loop)
    print(twin[2] is twin, twin[1] == loop[1], twin[1] is loop[1])


if __name__ == "__main__":
    main()
