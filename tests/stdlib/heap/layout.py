# layout: every word of an object, with what it is.
import io
import re

import heap


def show(obj):
    out = io.StringIO()
    heap.layout(obj, out)
    text = re.sub("0x[0-9a-f]{6,16}", "WORD", out.getvalue())
    print("\n".join(line for line in text.split("\n") if "not used" not in line))


class Point:
    __slots__ = ("x", "y")

    def __init__(self):
        self.x, self.y = 1, "two"


class Plain:
    def __init__(self):
        self.x = 1


show(1000)
show(1.5)
show([1, 2, 3])
show((1, "a"))
show({"k": 1})
show(b"hello w")
show("hello w")
show(Point())
show(Plain())
