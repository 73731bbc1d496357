"""heap.layout: an object word by word."""
import io
import re

import heap


class Point:
    __slots__ = ("x", "y")


point = Point()
point.x, point.y = 1, "two"
out = io.StringIO()
heap.layout(point, out)
heap.layout([1, 2, 3], out)
text = re.sub("0x[0-9a-f]+", "...", out.getvalue())
print(text, end="")
assert "slot x = 1" in text and "3 of 3 places in use" in text
