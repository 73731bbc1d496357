# A tower of iterators may be too high for the C stack: that is a RecursionError, not a crash.
import itertools

def tower(wrap):
    it = iter([1] * 3)
    for _ in range(100_000):
        it = wrap(it)
    return it

for wrap in (zip, enumerate, lambda it: map(abs, it), lambda it: filter(None, it), itertools.pairwise,
             itertools.groupby, lambda it: itertools.batched(it, 1)):
    it = tower(wrap)
    try:
        next(it)
    except (RecursionError, TypeError, StopIteration):
        pass
    del it
print('done')
