# deque: both ends, maxlen, rotation, indexes, errors.
from collections import deque

def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

d = deque('bcd')
d.append('e')
d.appendleft('a')
d.extend('fg')
d.extendleft('zy')
print(d, d[0], d[-1], d.pop(), d.popleft(), len(d))
d.rotate(2)
print(d)
d.rotate(-3)
d.insert(1, 'new')
d.remove('c')
del d[0]
d[0] = 'set'
d.reverse()
print(d, d.index('e'), d.count('a'), 'f' in d, d.copy() == d, d + deque('!'), d * 2, list(reversed(d)), d < deque('z'))
m = deque(range(5), maxlen=3)
m.append(9)
m.appendleft(0)
print(m, m.maxlen, m * 2, m + [1] if False else m.copy())
for f in (lambda: deque().pop(), lambda: deque().popleft(), lambda: d[99], lambda: d['a'], lambda: d[1:2],
          lambda: d.remove('?'), lambda: d.index('?'), lambda: m.insert(0, 1), lambda: deque([], -1), lambda: deque([], 'x'),
          lambda: d + [1], lambda: hash(d), lambda: deque(1)):
    show(f)
try:
    for x in m:
        m.append(x)
except RuntimeError as e:
    print(e)
r = deque()
r.append(r)
print(r)
