# + and * of sequences on either side, in place, and with numbers that overflow.
def t(*actions):
    for f in actions:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)

l = [1]; m = l; l += (2,); l *= 2; print(m)
tt = (1,); u = tt; tt += (2,); tt *= 2; print(tt, u)
s = 'a'; s *= 3; print(s)
t(lambda: [1] * 2**62, lambda: (1,) * 2**62, lambda: 'ab' * 2**62, lambda: [] * 2**70, lambda: [1] * 2**70, lambda: [1] * -2**70, lambda: True * [1], lambda: [1] + 'a', lambda: 'a' + 1, lambda: 1 + 'a', lambda: [1] * [1], lambda: [1] @ [1], lambda: -[1], lambda: [1] - [1], lambda: (1,) + None, lambda: {} + {}, lambda: {1} * 2)
def iadd(x, y): x += y; return x
t(lambda: iadd([1], 5), lambda: iadd([1], 'ab'), lambda: iadd((1,), [2]), lambda: iadd('a', 1), lambda: iadd([], {1: 2}))
class R:
    def __radd__(self, o): return ('radd', o)
    def __rmul__(self, o): return ('rmul', o)
print([1] + R(), (1,) + R(), 'a' + R(), [1] * R(), 'a' * R())
