"""dataclasses: classes made, instances made, compared, ordered, hashed, shown, replaced and turned into dicts."""
from dataclasses import asdict, astuple, dataclass, field, fields, make_dataclass, replace


@dataclass
class Item:
    name: str
    price: float
    amount: int = 1
    tags: list = field(default_factory=list)


@dataclass(frozen=True, order=True)
class Version:
    major: int
    minor: int
    patch: int = 0


@dataclass(slots=True)
class Pixel:
    x: int
    y: int
    color: tuple = (0, 0, 0)


@dataclass
class Box:
    width: float
    height: float
    area: float = field(init=False)

    def __post_init__(self):
        self.area = self.width * self.height


def classes(count):
    """Classes of several kinds, made by the decorator."""
    for i in range(count):
        @dataclass
        class Plain:
            a: int
            b: str = "b"
            c: list = field(default_factory=list)

        @dataclass(frozen=True, order=True)
        class Frozen(Version):
            build: int = i

        yield Plain
        yield Frozen


def main():
    made = list(classes(50))
    made += [make_dataclass(f"C{i}", ["x", ("y", int), ("z", int, i)]) for i in range(20)]
    print(len(made), sum(len(fields(cls)) for cls in made), made[0](1), made[-1](1, 2))
    items = [Item(f"item{i % 50}", i / 4, tags=["x"]) for i in range(20000)]
    print(sum(item.price * item.amount for item in items), items[3] == items[53], items[7])
    versions = [Version(i % 7, i % 11, i % 13) for i in range(10000)]
    print(sorted(versions)[5000], len(set(versions)), max(versions), versions.count(Version(3, 3, 3)))
    pixels = [Pixel(i, -i) for i in range(20000)]
    print(sum(pixel.x - pixel.y for pixel in pixels), pixels[9])
    print(sum(Box(i, 2).area for i in range(20000)), Box(1, 2))
    print(sum(len(repr(item)) for item in items[:4000]))
    print(sum(replace(item, amount=3).amount for item in items[:4000]))
    print(sum(len(asdict(item)) + len(astuple(item)) for item in items[:3000]), asdict(items[0]))


if __name__ == "__main__":
    main()
