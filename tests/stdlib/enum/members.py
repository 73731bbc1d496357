# members: by name, value and attribute; aliases, auto, properties, methods and what is no member
from enum import Enum, IntEnum, StrEnum, auto, member, nonmember, property


class Color(Enum):
    RED = 1
    GREEN = auto()
    CRIMSON = 1
    other = nonmember(5)

    @member
    def function():
        return "called"

    def describe(self):
        return self.name, self.value

    @classmethod
    def _missing_(cls, value):
        return cls.RED if value == "rot" else None


print([m.name for m in Color], len(Color), Color.RED, repr(Color.GREEN), Color(2), Color["RED"], Color.CRIMSON is Color.RED)
print(Color.RED.describe(), Color.other, Color.function.value(), Color("rot"), 1 in Color, 7 in Color, Color.RED in Color)
print(list(Color.__members__), hash(Color.RED) == hash("RED"), Color, list(reversed(Color))[0], bool(Color))


class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def ratio(self):
        return round(self.mass / self.radius, 2)


print(Planet.EARTH.ratio, Planet((0.64, 3.39)), Planet.MARS)


class Level(IntEnum):
    LOW = 1
    HIGH = 10


class Word(StrEnum):
    FIRST = auto()
    SECOND = "zwei"


print(Level.LOW + 1, Level.HIGH > Level.LOW, f"{Level.LOW}", str(Level.LOW), repr(Level.LOW), Word.FIRST, repr(Word.SECOND))
print([*Enum("Animal", "CAT DOG")], Enum("N", {"a": "x"}).a.value, IntEnum("M", ["p", "q"], start=5).q)
for wrong in (lambda: Color(9), lambda: Color["BLUE"], lambda: Color.BLUE, lambda: setattr(Color, "RED", 3),
              lambda: delattr(Color, "RED"), lambda: setattr(Color.RED, "value", 2), lambda: type("E", (Color,), {}),
              lambda: Enum("X"), lambda: Enum("X", "a a"), lambda: StrEnum("S", {"a": 1})):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, e)
