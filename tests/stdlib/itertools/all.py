# itertools: every function once, and what it refuses.
import itertools as it
import operator


def show(name, *args, take=8, **kwargs):
    try:
        found = getattr(it, name)(*args, **kwargs)
        print(name, [list(x) if type(x).__name__ == '_grouper' else x for x in it.islice(found, take)])
    except (ValueError, TypeError) as e:
        print(name, type(e).__name__, e)


show('accumulate', [1, 2, 3], operator.mul, initial=10)
show('accumulate', [])
show('accumulate', 5)
show('batched', 'abcdefg', 3)
show('batched', 'abcd', 3, strict=True)
show('batched', 'abc', 0)
show('chain', 'ab', [1])
show('chain', 'ab', 5)
show('combinations', 'abc', 2)
show('combinations', 'abc', -1)
show('combinations_with_replacement', 'ab', 2)
show('compress', 'abcd', [1, 0, 1])
show('count', 5, -2, take=3)
show('count', 1.5, take=2)
show('count', 'a')
show('cycle', 'ab', take=5)
show('cycle', 5)
show('dropwhile', str.isdigit, '12a3')
show('filterfalse', None, [0, 1, '', 'a'])
show('islice', 'abcdef', 1, None, 2)
show('islice', 'abc', -1)
show('islice', 'abc', 0, 3, 0)
show('islice', 'abc', 'x')
show('pairwise', 'abcd')
show('permutations', 'abc', 2)
show('permutations', 'abc', 'x')
show('product', 'ab', [1, 2])
show('product', 'ab', repeat=2)
show('product', 'ab', repeat=-1)
show('repeat', 'x', 3)
show('repeat', 'x', 'y')
show('starmap', pow, [(2, 3), (3, 2)])
show('starmap', pow, [5])
show('takewhile', str.isdigit, '12a3')
show('zip_longest', 'ab', 'c', fillvalue='-')
show('zip_longest', 'ab', nothing=1)
print([(k, list(g)) for k, g in it.groupby('aabBC', str.lower)])
first, second = it.tee('abc')
print(next(first), list(second), list(first), list(it.chain.from_iterable(['ab', 'c'])))
try:
    it.tee('abc', -1)
except ValueError as e:
    print(e)
