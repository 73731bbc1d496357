# what the decorator refuses; and make_dataclass, asdict, astuple, is_dataclass
from collections import OrderedDict, namedtuple
from dataclasses import asdict, astuple, dataclass, field, is_dataclass, make_dataclass

bodies = {
    "x: int = 1\n    y: int": "", "x: list = []": "", "x = field()": "", "x: int = field(default=1, default_factory=int)": "",
    "x: int\n    def __lt__(self, o): pass": "order=True", "x: int": "order=True, eq=False",
    "x: int \n    def __hash__(self): pass": "unsafe_hash=True", "x: int \n    __slots__ = ()": "slots=True",
    "x: int  ": "weakref_slot=True", "x: int\n    def __setattr__(self, n, v): pass": "frozen=True",
}
for body, options in bodies.items():
    try:
        exec(f"@dataclass({options})\nclass Q:\n    {body}")
        print("made")
    except Exception as e:
        print(type(e).__name__, e)
try:
    @dataclass
    class Thawed(make_dataclass("Frozen", ["a"], frozen=True)):
        pass
except TypeError as e:
    print(e)
Pair = namedtuple("Pair", "left right")
D = make_dataclass("D", ["a", ("b", int), ("c", int, field(default=5))], namespace={"double": lambda self: self.b * 2})
d = D([Pair(D(1, 2), 3)], 4)
print(d, d.double(), asdict(d), astuple(d), asdict(D(1, 2), dict_factory=OrderedDict))
print(is_dataclass(D), is_dataclass(d), is_dataclass(3), D.__module__)
for wrong in (lambda: make_dataclass("X", ["a", "a"]), lambda: make_dataclass("X", ["1"]), lambda: make_dataclass("X", ["if"]),
              lambda: make_dataclass("X", [()]), lambda: asdict(3), lambda: astuple(D)):
    try:
        print(wrong())
    except TypeError as e:
        print(e)
