# sum with start, of many types, and what it refuses.
def t(*actions):
    for f in actions:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)

class A:
    def __init__(self, v): self.v = v
    def __add__(self, o): return A(self.v + o.v)
    def __radd__(self, o): return A(self.v + o)
t(lambda: sum([]), lambda: sum([1, 2, 3]), lambda: sum([1, 2], 10), lambda: sum([1, 2], start=5), lambda: sum([[1], [2]], []), lambda: sum([(1,), (2,)], ()), lambda: sum(['a'], ''), lambda: sum([b'a'], b''), lambda: sum([bytearray()], bytearray()), lambda: sum(['a']), lambda: sum(5), lambda: sum(), lambda: sum([1], 2, 3), lambda: sum([], 'x'), lambda: sum([A(1), A(2)]).v, lambda: sum([2**62, 2**62, 2**62]), lambda: sum([True, True, 2.5]), lambda: sum([1, None]), lambda: sum({1: 2, 3: 4}))
t(lambda: sum([0.1] * 10) == 1.0, lambda: sum([1e16, 1, -1e16]), lambda: sum([float('inf'), float('-inf')]), lambda: sum([1.0, float('inf'), 1]), lambda: sum([-0.0]), lambda: sum([-0.0], -0.0), lambda: sum([1j, 1.5, 2]), lambda: sum([1.0, 'x']))
