# the operators of sets with their results and types.
s, f = {1, 2, 3}, frozenset([2, 3, 4])
for op in ('|', '&', '-', '^'):
    a, b = eval(f's {op} f'), eval(f'f {op} s')
    print(op, sorted(a), type(a).__name__, sorted(b), type(b).__name__)
for op in ('<', '<=', '==', '!=', '>', '>='):
    print(op, [eval(f'{x} {op} {y}') for x in ('{1}', '{1,2}') for y in ('{1}', '{1,2}', 'frozenset([1])', '{3}')])
for op in ('|=', '&=', '-=', '^='):
    c = set(s); exec(f'c {op} f'); print(op, sorted(c))
    d = f; exec(f'd {op} s'); print(sorted(d), d is f)
    c = set(s); exec(f'c {op} c'); print(sorted(c))
print(sorted(s.union([4], (5,), 'a'[:0])), sorted(s.intersection([1, 2], [2])), sorted(s.difference([1], [2])), sorted(s.symmetric_difference([3, 4])))
c = set(s); c.update([7], [8]); c.intersection_update([1, 7, 8], [7, 8]); print(sorted(c)); c.difference_update([7], []); print(c); c.symmetric_difference_update([8, 9, 9]); print(c)
print(s.issubset([1, 2, 3, 4]), s.issuperset([1]), s.isdisjoint([9]), repr(set()), repr(frozenset()), repr(frozenset([1])))
