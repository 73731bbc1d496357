# Sorting: stability, keys, reverse, kinds of keys, and what may go wrong.
numbers = [(i * 7919) % 1009 for i in range(1000)]
print(sorted(numbers) == list(range(1000 + 9))[:1000] or sum(a > b for a, b in zip(sorted(numbers), sorted(numbers)[1:])))
pairs = [(n % 10, i) for i, n in enumerate(numbers)]
by_first = sorted(pairs, key=lambda p: p[0])
print(all(a < b for a, b in zip(by_first, by_first[1:])), by_first == sorted(pairs))
backwards = sorted(pairs, key=lambda p: p[0], reverse=True)
print(backwards[:3], all(a[1] < b[1] for a, b in zip(backwards, backwards[1:]) if a[0] == b[0]))
texts = [str(n) for n in numbers]
print(sorted(texts)[:5], sorted(texts, key=int)[:5], sorted(texts, key=len, reverse=True)[:3])
mixed = [n if n % 2 else n + 0.5 for n in numbers]
print(sorted(mixed)[:5], sorted([0.0, -0.0, -1.5, float('inf'), -float('inf')]), sorted([2**70, -2**70, 5]))
print(sorted(['é', 'z', 'a', '\u4e00', 'Z']), sorted([b'b', b'a']), sorted([[2], [1, 5], [1]]), sorted([True, 0, 2]))

a = [3, 2, 1]
try:
    a.sort(key=lambda x: a.append(x) or x)
except ValueError as e:
    print(e, a)
try:
    a.sort(key=lambda x: 1 / (x - 2))
except ZeroDivisionError as e:
    print(e, a)
try:
    [1, 'a'].sort()
except TypeError as e:
    print(e)
print(a.sort(), a, sorted('hello'), sorted({3: 1, 1: 2}))
