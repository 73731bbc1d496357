# set and frozenset: operators, methods, errors. Small ints come out in the order that their table gives.
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

a, b = {1, 2, 3, 10}, {3, 4, 10}
print(a | b, a & b, a - b, a ^ b, a < b, {3} <= b, a >= {1}, a == {10, 3, 2, 1}, a.isdisjoint({7}))
print(a.union([7], (8,)), a.intersection([1, 2], {2}), a.difference([1], b), a.symmetric_difference([1, 1, 9]))
a |= {20}
a &= {1, 2, 20, 33}
a -= {2}
a ^= {1, 5}
print(a, len(a), 5 in a, 6 in a)
a.update(range(3), [40])
a.difference_update([0])
a.intersection_update(range(30))
a.symmetric_difference_update({5: 1, 6: 2})
a.add(7)
a.discard(99)
a.remove(20)
print(a, a.pop(), a, sorted(a.copy()))
f = frozenset([1, 2])
print(f, hash(f), hash(frozenset()), f | {3}, {3} | f, f == {1, 2}, {f: 'key'}[frozenset({2, 1})], {1, 2} in {f})
for g in (lambda: set().pop(), lambda: a.remove(99), lambda: {[]}, lambda: a.add({}), lambda: a | [1], lambda: a < [1],
          lambda: set(1), lambda: hash(set()), lambda: set(x=1), lambda: set(1, 2), lambda: {1}.union(1)):
    show(g)
print(set(), frozenset(), {1} | {'x'} == {'x', 1}, list(set(range(20, 0, -3))), {256, 1, 128, 0, 64})
s = set(range(5, 20))
s.discard(5)
s.add(37)
print(s)
try:
    for x in s:
        s.add(x + 100)
except RuntimeError as e:
    print(e)
