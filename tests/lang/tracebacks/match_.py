# exit: 1
# Exceptions in patterns and guards.
class Point:
    __match_args__ = ("x", "y")
    x = 1

    @property
    def y(self):
        raise ValueError("y")


match Point():
    case Point(2, 3):
        pass
    case Point(x, y) if y:
        pass
