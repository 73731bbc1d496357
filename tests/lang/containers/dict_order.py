# The order of insertion survives deletions, growth and moves to either end.
d = {}
for i in range(50):
    d[i] = i
    if i % 3 == 0:
        del d[i]
    if i % 10 == 0:
        d[i // 2 * -1] = 'again'
print(list(d))
while len(d) > 40:
    d.pop(next(iter(d)))
print(list(d), d.popitem(), d.popitem())
d[0] = 'x'
print(list(d)[-2:], list(reversed(d))[:2])

from collections import OrderedDict
o = OrderedDict.fromkeys('abcdefgh')
for key in 'cah':
    o.move_to_end(key)
print(''.join(o))
for key in 'gbfh':
    o.move_to_end(key, last=False)
print(''.join(o), o.popitem(last=False), o.popitem(), ''.join(o))
