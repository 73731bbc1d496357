# comparisons of lists and tuples of different lengths.
def t(*actions):
    for f in actions:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)

pairs = [([], [0]), ([1, 2], [1, 2, 3]), ([1, 3], [1, 2, 3]), ([2], [1, 9]), ([1], [1.0]), ([[1], 2], [[1], 3])]
for a, b in pairs:
    print(a < b, a <= b, a == b, a != b, a > b, a >= b, tuple(a) < tuple(b), tuple(a) == tuple(b), a == tuple(a))
nan = float('nan')
print([nan] == [nan], [nan] < [nan], [nan] == [float('nan')], nan in [nan], [nan].index(nan), [nan].count(nan))
t(lambda: [1] < ['a'], lambda: [1] == ['a'], lambda: [1, 'a'] < [2, 1], lambda: [1] < (1,), lambda: (1,) < [1], lambda: [1j] < [2j])
