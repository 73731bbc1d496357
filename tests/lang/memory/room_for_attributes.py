# Attributes that the compiler does not see in the methods: the instances of such classes have no dict of their own either.
import gc
from dataclasses import dataclass


@dataclass
class Record:
    a: int
    b: str
    c: float
    d: list
    e: dict
    f: int
    g: int = 0

    def reset(self):
        self.a = 0


class Named:
    def __init__(this, *values):
        this.a, this.b, this.c, this.d, this.e, this.f, this.g = values


class Outside:
    pass


def outside(*values):
    o = Outside()
    for name, value in zip("abcdefg", values):
        setattr(o, name, value)
    return o


for make in Record, Named, outside:
    objects = [make(*range(7)) for _ in range(40)]
    print(sum(type(x) is dict for o in objects for x in gc.get_referents(o)), objects[0].g, vars(objects[39]))

for n in range(40):     # more names and fewer than there is room for, in another order
    o = Outside()
    for i in range(n % 35):
        setattr(o, f"n{i}", i)
    p = Outside()
    p.z, p.n0 = 1, 2
    assert list(vars(o).values()) == list(range(n % 35)) and list(vars(p)) == ["z", "n0"] and not hasattr(p, "n30")
