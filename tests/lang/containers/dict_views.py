# keys, values and items: views that follow the dict, and sets.
d = {'a': 1, 'b': 2, 'c': 3}
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, len(k))
d['d'] = 4
print(list(k), list(v), list(i), 'd' in k, 4 in v, ('d', 4) in i, ('d', 5) in i, list(reversed(i)))
print(sorted(k & {'a', 'z'}), sorted(k | ['z']), sorted(k - {'a'}), sorted(k ^ {'a', 'z'}), sorted(['a', 'q'] & k))
print(k == {'a', 'b', 'c', 'd'}, k > {'a'}, k.isdisjoint('xyz'), i >= {('a', 1)}, k == v, k.mapping, type(k.mapping))
print(sorted(i & {('a', 1)}), sorted(i - {('a', 1)}))
for f in (lambda: k + k, lambda: k < 1, lambda: hash(k), lambda: {'x': []}.items() | set(), lambda: type(k)()):
    try:
        print(f())
    except TypeError as e:
        print(e)
