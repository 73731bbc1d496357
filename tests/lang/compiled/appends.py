# appending in compiled code: lists that grow, that die at once, that are something else; numbers stay numbers
import sys
class Noisy(list):
    def append(self, x): super().append(('noisy', x))
class D:
    log = []
    def __init__(self, n): self.n = n
    def __del__(self): D.log.append(self.n)
def grow(n, to):
    x, total = 0.5, 0
    for i in range(n):
        to.append(i)
        to.append(x)
        x = x * 1.0 + i
        total += i
        to.append(total + 1000)
    return len(to), to[-3:], total
print(grow(700, []), grow(700, Noisy())[:2])
def kinds(n):
    made = [[], Noisy(), []]
    for i in range(n):
        l = made[i % 3] if i > n - 9 else made[0]
        l.append(i)
        [].append(i)
        [i].append([i])
    return [len(l) for l in made], made[1]
print(kinds(800))
def objects(n):
    l = []
    for i in range(n):
        l.append(D(i))
        if i % 3 == 2: l.clear()
        o = D(-i)
        l.append(o)
        l.append(l)
        [].append(D('gone'))
        l.pop()
    return len(l)
print(objects(300), D.log.count('gone'), len(D.log), D.log[-3:])
def counts(n):
    x, l = object(), []
    before = sys.getrefcount(x)
    for i in range(n): l.append(x)
    return sys.getrefcount(x) - before, len(l)
print(counts(600))
def comprehensions(n):
    a = b = c = None
    for i in range(n):
        a = [x * 2 for x in range(i % 5)]
        b = {x: x * 0.5 for x in range(i % 5)}
        c = {str(x): [y for y in (x, None, 'z')] for x in a}
        d = {k: v for k, v in zip('abc', a)}
        e = {(x, i): x for x in range(3)}
    return a, b, c, d, e
print(comprehensions(503))
class Full(Exception): pass
def raising(n):
    l = []
    try:
        for i in range(n):
            l.append(i)
            if i == 600: raise Full
    except Full:
        l.append('full')
    return len(l), l[-2:]
print(raising(1000))
def method(n):
    l, got = [], []
    add = l.append
    for i in range(n):
        add(i)
        got.append(l.append(i))
        if i == 500: l = tuple(l)[:3]; l = list(l)
    return len(l), got[:2], len(got)
print(method(700))
