# Patterns: classes with positional and keyword parts, built-in ones, __match_args__.
class Point:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y


class P3(Point):
    __match_args__ = ("x", "y", "z")
    z = 0


def f(v):
    match v:
        case int(n) if n > 100: return "big", n
        case bool(b): return "bool", b
        case int() | float() as number: return "number", number
        case str(s): return "str", s
        case P3(x, y, z=3): return "P3", x, y
        case Point(0, 0): return "origin"
        case Point(x, y=0): return "on x", x
        case Point(x=a, y=b): return a, b
        case list([a, b]): return "list of two"
        case dict(d): return "dict", d
        case type(): return "class"
        case object(__class__=c): return c.__name__


p3 = P3(1, 2)
p3.z = 3
print([f(v) for v in [101, True, 5, 1.5, "s", p3, P3(0, 0), Point(0, 0), Point(4, 0), Point(5, 6), [1, 2], [1], {1: 2}, int, None, (1,)]])
class Bad1: __match_args__ = ["x"]
class Bad2: __match_args__ = (1,)
class Bad3: __match_args__ = ("x", "x"); x = 1
for cls, n in (Bad1, 1), (Bad2, 1), (Bad3, 2), (Point, 3), (int, 2), (object, 1), (type("Z", (), {}), 1):
    try:
        match cls.__new__(cls):
            case cls(1) if n == 1: pass
        match cls.__new__(cls):
            case cls(1, 1) if n == 2: pass
        match cls.__new__(cls):
            case cls(1, 1, 1): pass
    except TypeError as e:
        print(e)
