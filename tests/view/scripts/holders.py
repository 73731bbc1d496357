class Slotted:
    __slots__ = ("left", "right")


def counter():
    count = 0

    def bump(by=[]):
        nonlocal count
        count += 1
        return count
    return bump


def evens(n):
    for i in range(n):
        yield 2 * i


s = Slotted()
s.left = {"key": [1]}
bump = counter()
bump()
g = evens(3)
next(g)
box = {1, 2}, frozenset([3])
big = list(range(50))
text = "<tag>\"\\\n\u00e9\u20ac\ud800" + "x" * 100
end = True
