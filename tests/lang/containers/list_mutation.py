# Lists that are changed by the code that they call stay whole.
class Clears:
    def __init__(self, target):
        self.target = target
    def __eq__(self, other):
        self.target.clear()
        return False

a = []
a.extend([1, Clears(a), 2])
print(3 in a, a)
a.extend([1, Clears(a), 2])
print(a == [1, 5, 2])
a.extend([Clears(a)] * 3)
try:
    a.remove(7)
except ValueError as e:
    print(e)

class Index:
    def __index__(self):
        del b[5:]
        return 8

b = list(range(10))
try:
    print(b[Index()])
except IndexError as e:
    print(e)
b = list(range(10))
print(b[:Index()])

class Grows:
    def __del__(self):
        c.append(1)

c = [Grows() for _ in range(3)]
del c[:]
print(c)
it = iter(c)
for x in it:
    if len(c) < 6:
        c.append(x)
print(c, list(it))
