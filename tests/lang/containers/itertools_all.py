# Every iterator of itertools once.
from itertools import *
print(list(accumulate([1, 2, 3], initial=10)), list(accumulate('abc')), list(batched('abcdefg', 3)))
print(list(chain('ab', [1])), list(chain.from_iterable(['ab', 'c'])), list(compress('abcd', [1, 0, 1, 0])))
print(list(combinations('abcd', 2)), list(combinations_with_replacement('ab', 2)), list(permutations('abc', 2)))
print(list(product('ab', [1, 2])), list(product([0, 1], repeat=2)), list(islice(count(5, 3), 3)), list(islice(cycle('ab'), 5)))
print(list(dropwhile(lambda x: x < 3, [1, 3, 2])), list(takewhile(lambda x: x < 3, [1, 3, 2])), list(filterfalse(None, [0, 1])))
print([(k, list(g)) for k, g in groupby('aabccc')], list(islice(range(10), 2, 9, 3)), list(pairwise('abc')), list(repeat(1, 2)))
print(list(starmap(pow, [(2, 3)])), list(zip_longest('ab', 'c', fillvalue='-')), [list(t) for t in tee('ab', 3)])
print(count(3), count(1, 2), count(1.5), repeat('x', 2), list(islice(count(2**63 - 1), 2)))
groups = groupby([1, 1, 2])
_, first = next(groups)
next(groups)
print(list(first))
a, b = tee(iter('abc'))
print(next(a), next(a), next(b), list(a), list(b))
for f in (lambda: list(batched('abc', 2, strict=True)), lambda: batched('a', 0), lambda: islice('a', -1), lambda: repeat(),
          lambda: combinations('a', -1), lambda: product('a', repeat=-1), lambda: count('a'), lambda: tee('a', -1),
          lambda: islice('a', 1, 2, 0), lambda: list(chain(1)), lambda: permutations('a', 'b'), lambda: zip_longest(x=1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
