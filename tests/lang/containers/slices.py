# slice objects: indices, comparison, hashing.
for s in (slice(3), slice(1, 3), slice(None, None, -1), slice(-3, None, 2), slice(10, -10, -3), slice(2**70, None)):
    print(s, s.indices(5), s.indices(0), s.start, s.stop, s.step)
print(slice(1, 2) == slice(1, 2), slice(1, 2) < slice(1, 3), hash(slice(1, 2)), {slice(1): 'x'}[slice(1)])
print(slice(-2**70, None, 2**65).indices(2**66), slice(1, 2).__reduce__())
for f in (lambda: slice(), lambda: slice(1, 2, 3, 4), lambda: slice(1, 2, 0).indices(3), lambda: slice(1).indices(-1),
          lambda: slice('a').indices(3), lambda: slice(1) < 1, lambda: slice(1, []) in {}):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
