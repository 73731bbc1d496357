# code that was compiled for some types meets others
def add(a, b):
    c = a + b
    return c
for i in range(1000): add(i, 1)
print(add(1.5, 2), add('a', 'b'), add([1], [2]), add(2**63 - 1, 1), add(True, True))
class Money:
    def __init__(self, n): self.n = n
    def __add__(self, other): return Money(self.n + other.n)
    def __lt__(self, other): return self.n < other.n
    def __repr__(self): return f'Money({self.n})'
print(add(Money(3), Money(4)))
for i in range(1000): add(float(i), 1.0)
print(add(1.5, 2.5), add(1, 2))
def smallest(values):
    best = values[0]
    for v in values:
        if v < best: best = v
    return best
for k in range(40): smallest(list(range(50, 0, -1)))
print(smallest([3.5, 1.5]), smallest('hello'), smallest((Money(2), Money(1))), smallest([2**70, 5]))
def truths(values):
    n = 0
    for v in values:
        if v: n += 1
        elif not v: n -= 1
    return n
class Odd:
    def __bool__(self): return False
class Bad:
    def __bool__(self): raise ValueError('no truth')
for k in range(30): truths([True] * 20)
print(truths([0, 1, '', 'x', [], [0], {}, {1: 2}, (), (1,), None, 0.0, 1.5, Odd(), Money(0), 2**80]))
try: truths([1, Bad()])
except ValueError as e: print(e)
def item(o, k): return o[k]
for k in range(1000): item([1, 2, 3], k % 3)
print(item((4, 5), -1), item('abc', 1), item({'a': 9}, 'a'), item(range(5), 3))
for o, k in ([1], 1), ((), 0), ({}, 'k'), (5, 0), ([1], 'x'):
    try: item(o, k)
    except Exception as e: print(type(e).__name__, e)
