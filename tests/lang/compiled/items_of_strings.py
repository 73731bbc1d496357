# characters of strings by index, and lists, tuples and other things taken apart, in hot loops
def characters(text, n):
    out = []
    for _ in range(n):
        i = 0
        out.clear()
        while i < len(text):
            c = text[i]
            out.append(c + text[-i - 1])
            i += 1
    return out
for text in ("abc", "", "\xe9t\xe9", "\u20ac\U0001f600x", "\x00\xff"):
    print(characters(text, 150))
class Text(str):
    def __getitem__(self, i):
        return "?"
print(characters(Text("ab"), 100), characters("xy", 300))
def beyond(text, n):
    for i in range(n):
        text[i % 3]
try:
    beyond("ab", 900)
except IndexError as e:
    print(e)
assert characters("zz", 60)[0] == "zz"

class Loud:
    def __init__(self, items, name):
        self.items, self.name = items, name
    def __del__(self):
        self.items[:] = [self.name] * 3
def apart(values, n):
    seen = 0
    for _ in range(n):
        for v in values:
            a, b, c = v
            seen += a + b * 10 + c * 100
            (c, a), b = (a, b), c
            seen += a - b + c
    return seen
print(apart([[1, 2, 3], (4, 5, 6)], 300), apart([range(3), {7: 0, 8: 0, 9: 0}, b"abc", iter([])][:3], 300))
def dying(n):
    a = b = None
    log = []
    for i in range(n):
        items = [1, 2, 3]
        a = Loud(items, "changed")
        a, b, c = items
        log.append((a, b, c, items == ["changed"] * 3))
    return log[0], log[-1]
print(dying(500))
for bad in ([1, 2], (1, 2, 3, 4), 5, "ab"):
    try:
        apart([[1, 2, 3]] * 100 + [bad], 5)
    except (TypeError, ValueError) as e:
        print(e)
