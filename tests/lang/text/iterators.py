# Iterators over text and bytes: length hints, state, what is left of them.
for seq in ('abc', 'aé日', b'abc', bytearray(b'abc')):
    it = iter(seq)
    next(it)
    print(type(it).__name__, it.__length_hint__(), it.__reduce__(), list(it), it.__length_hint__(), it.__reduce__())
    it = iter(seq); it.__setstate__(2); print(list(it))
print([c for c in 'x\ud83d\ude00😀'].__len__(), list(reversed('añb')), list(zip('ab', b'ab')), max('日a'), sorted('hello'), [*map(ord, 'é')])
a = bytearray(b'ab'); it = iter(a); next(it); a.clear(); print(list(it))
