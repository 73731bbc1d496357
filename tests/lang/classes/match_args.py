# __match_args__ and class patterns: what they accept, what they refuse
class P:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class Lazy:
    @property
    def __match_args__(self):
        return ("never",)


def match(o, text):
    ns = {"o": o, "P": P, "Lazy": Lazy, "Bad": Bad}
    try:
        exec(f"match o:\n    case {text}: r = {{k: v for k, v in locals().items() if k in 'ab'}}\n    case _: r = 'no'", ns)
        print(text, ns["r"])
    except (TypeError, AttributeError, ZeroDivisionError) as e:
        print(text, "->", e)


class Bad:
    pass


p = P(1, 2)
for text in ("P(a, b)", "P(1, b)", "P(a, y=b)", "P(x=a)", "P(z=a)", "P(a, b, 3)", "P(a, x=b)", "P()", "int(a)", "Lazy(a)"):
    match(p, text)
for value in ("ab", ["x"], ("x", 5), 5, None, (), ("x",)):
    Bad.__match_args__ = value
    b = Bad()
    b.x = 7
    match(b, "Bad(a)")
match(5, "int(a)")
match(True, "int(a)")
match("s", "str(a)")
match([1], "list(a)")
match({}, "dict(a, b)")
match(p, "object(a)")
Bad.x = property(lambda self: 1 / 0)
match(Bad(), "Bad(x=a)")
for cls in (int, str, list, object, slice, type):
    print(cls.__name__, getattr(cls, "__match_args__", None))
