# match: every kind of pattern, captures, guards, alternatives.
class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y): self.x, self.y = x, y


class Color:
    RED, BLUE = 1, 2


def kind(v):
    match v:
        case 0: return "zero"
        case -1 | 1.5 | 2j | -3 + 4j: return "number"
        case True | False: return "bool"
        case None: return "none"
        case Color.BLUE: return "blue"
        case "a" "b" | b"x": return "text"
        case []: return "empty"
        case [x] if x == 5: return "five"
        case [1, _, 3]: return "one _ three"
        case (x, [y, *z], *_): return x, y, z
        case [*a, "end"]: return "ends", a
        case ["pair", (int() | float()) as n]: return "pair", n
        case [a, *_, b]: return "ends", a, b
        case Point(0, y=yy) | Point(yy, 0): return "axis", yy
        case Point(x=a, y=Point(b, c)): return "nested", a, b, c
        case Point(): return "point"
        case {"k": 1, "l": [p, q]}: return "kl", p, q
        case {"k": x, **rest}: return "k", x, rest
        case {Color.RED: x, -1: y}: return "keys", x, y
        case {}: return "mapping"
        case str(s) if s.startswith("q"): return "q", s
        case str() as s: return "str", s
        case int(n): return "int", n
        case set() | frozenset(): return "sets"
        case (other): return "other", type(other).__name__


for v in [0, -1, 1.5, 2j, -3 + 4j, True, False, None, 2, "ab", b"x", [], [5], [6], [1, 2, 3], (1, [2, 3, 4], 5),
          (1, [2]), [1, 2, "end"], ["pair", 2], ["pair", "x"], ("pair", 1.5), range(3), Point(0, 3), Point(4, 0), Point(1, Point(2, 3)),
          Point(1, 1), {"k": 1, "l": [8, 9]}, {"k": 1, "l": 0}, {1: "r", -1: "m", 2: 3}, {"z": 1}, "quux", "s", 77,
          {1}, frozenset(), 2.5, object]:
    print(repr(v) if type(v) is not Point else "Point", "->", kind(v))


def bindings(v):
    x = y = "before"
    match v:
        case [x, 1] | [1, x]: pass
        case [x, y] if x == y: pass
        case [x, y, "no"]: pass
        case _: x = "default"
    return x, y


print([bindings(v) for v in ([1, 1], [5, 1], [1, 6], [2, 2], [2, 3], [1, 2, 3], 0)])


def subject_kept():
    match x := [1, 2]:
        case [x, y]: return x, y


print(subject_kept())
for source in ["match 1:\n case int(1, 2): pass", "match 1:\n case Point(1, 2, 3): pass", "match Point(1, 2):\n case Point(1, x=2): pass",
               "match 1:\n case len(): pass"]:
    try:
        exec(source)
        print("no match")
    except TypeError as e:
        print(e)
match "text":
    case x: pass
print(x)
for case in range(3):
    match case:
        case 0: continue
        case 1: print("one")
        case _: break
match = {"case": 1}
print(match["case"])
