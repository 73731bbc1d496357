# sorted with key and reverse, stability and errors.
def t(*actions):
    for f in actions:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)

t(lambda: sorted([3, 1, 2]), lambda: sorted('bca', reverse=True), lambda: sorted([(1, 'b'), (0, 'a'), (1, 'a')], key=lambda p: p[0]), lambda: sorted([(1, 'b'), (0, 'a'), (1, 'a')], key=lambda p: p[0], reverse=True), lambda: sorted({3: 1, 1: 2}), lambda: sorted([1, 'a']), lambda: sorted(5), lambda: sorted(), lambda: sorted([], [], []), lambda: sorted([1], reverse='x'), lambda: sorted([2, 1], reverse=None), lambda: sorted([1], foo=1), lambda: sorted(iterable=[1]), lambda: sorted([3, 1], key=None), lambda: sorted([3, 1], key=5), lambda: sorted([1.5, 1, True, 0.5]), lambda: sorted([float('nan'), 1, 0]), lambda: sorted(x for x in 'zyx'))
t(lambda: sorted([1, 2], key=lambda x: 1 / (x - 1)), lambda: sorted([[2], [1, 5], [1]]), lambda: sorted(['é', 'z', 'a']), lambda: sorted([2**70, 1, -2**70]))
