# How many comparisons a sort makes for arrays of several shapes.
class Counted:
    count = 0
    def __init__(self, value):
        self.value = value
    def __lt__(self, other):
        Counted.count += 1
        return self.value < other.value

def comparisons(values):
    Counted.count = 0
    result = sorted(map(Counted, values))
    assert [c.value for c in result] == sorted(values)
    return Counted.count

for n in (1, 2, 10, 63, 64, 100, 257, 1000):
    up = list(range(n))
    print(n, comparisons(up), comparisons(up[::-1]), comparisons([0] * n), comparisons([i // 3 for i in up[::-1]]),
          comparisons(up[n // 2:] + up[:n // 2]), comparisons([(i * 7919) % 1009 for i in up]),
          comparisons(up[:-3] + [0, n, n // 2]))
