# slice: attributes, indices, comparison, hash and repr.
def t(*actions):
    for f in actions:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)

t(lambda: slice(1), lambda: slice(1, 2, 3), lambda: slice(), lambda: slice(1, 2, 3, 4), lambda: slice(stop=1), lambda: slice(None, 5).indices(3), lambda: slice(-1, None, -1).indices(5), lambda: slice(1, 10, 3).indices(-1), lambda: slice('a').indices(3), lambda: slice(0, 5, 0).indices(3), lambda: slice(2**70).indices(2**71), lambda: slice(1).indices('a'), lambda: slice(1).start, lambda: slice(1, 2) == slice(1, 2), lambda: slice(1) < slice(2), lambda: slice(1) == (None, 1, None), lambda: hash(slice([])), lambda: {slice(1): 1}[slice(1)], lambda: slice(1).__reduce__())
class I:
    def __index__(self): return 2
t(lambda: 'abcdef'[I():], lambda: [1, 2, 3][:I()], lambda: slice(I()).indices(5), lambda: 'abc'[1.0:], lambda: 'abc'['a':])
try: slice(1).start = 5
except AttributeError as e: print(e)
try: type('S', (slice,), {})
except TypeError as e: print(e)
