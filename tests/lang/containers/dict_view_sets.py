# dict views as sets: operators, comparisons, methods.
def t(*actions):
    for f in actions:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)

d, e = {1: 'a', 2: 'b', 3: 'c'}, {2: 'b', 3: 'x', 4: 'd'}
k, i, v = d.keys(), d.items(), d.values()
t(lambda: sorted(k & e.keys()), lambda: sorted(k | [9]), lambda: sorted(k - {1}), lambda: sorted(k ^ e.keys()), lambda: sorted(i & e.items()), lambda: sorted(i - e.items()), lambda: sorted([1, 5] - k), lambda: {1, 9} & k, lambda: k & 5, lambda: 5 | k, lambda: k == {1, 2, 3}, lambda: k <= {1, 2, 3, 4}, lambda: k < e.keys(), lambda: k == [1, 2, 3], lambda: i == {(1, 'a'), (2, 'b'), (3, 'c')}, lambda: v == d.values(), lambda: k.isdisjoint([9]), lambda: k.isdisjoint(5), lambda: (1, 'a') in i, lambda: (1, 'z') in i, lambda: 5 in i, lambda: (1, 2, 3) in i, lambda: 'a' in v, lambda: [] in k, lambda: ([], 1) in i, lambda: len(i), lambda: list(reversed(k)), lambda: k.mapping, lambda: k[0], lambda: hash(k), lambda: v | v, lambda: type(k | k), lambda: k < 5, lambda: {1: []}.items() & [(1, [])], lambda: {1: []}.items() | {})
print(k, i, v)
d[7] = 'z'
print(len(k), list(v)[-1], k.mapping == d)
