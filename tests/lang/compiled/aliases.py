# a number that is stored does not change one that was read from the same place before
def cells(n):
    c, p, total = 1.5, 0.0, 0
    def step():
        nonlocal c, p
        c, p = c + 1.5, c
    for _ in range(n):
        step()
        total += p
    return c, p, total
def items(l, n):
    total = 0
    for _ in range(n):
        l[0], l[1] = l[0] + 1.5, l[0]
        total += l[1]
    return l, total
class Pair:
    pass
class Slotted:
    __slots__ = 'x', 'y'
def attributes(o, x, n):
    o.x = o.y = x
    total = 0
    for _ in range(n):
        o.x, o.y = o.x + x, o.x
        total += o.y
    return o.x, o.y, total
g = h = 1000
def globals_(n):
    global g, h
    for _ in range(n):
        g, h = g + 1000, g
    return g, h
print(cells(800), items([1.0, 2.0], 800), items([1000, 2000], 800))
for x in 0.5, 1000, 1 << 70:
    print(attributes(Pair(), x, 800), attributes(Slotted(), x, 800))
print(globals_(800))
a = b = 1000
for _ in range(800):
    a, b = a + 1000, a
print(a, b)
