# min and max with key, default, several arguments and errors.
def t(*actions):
    for f in actions:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)

t(lambda: min(3, 1, 2), lambda: max([3, 1, 2]), lambda: min('b', 'a'), lambda: max('hello'), lambda: min([]), lambda: max((), default=5), lambda: min([], default=None), lambda: min(), lambda: max(5), lambda: min(1, 'a'), lambda: max([1, 'a']), lambda: min(1, 2, default=3), lambda: max(1, 2, foo=3))
t(lambda: max('aBc', key=str.lower), lambda: min([[1, 2], [3]], key=len), lambda: max(1, -5, key=abs), lambda: min([1, 2], key=None), lambda: min([1], key=5), lambda: max([1, 2, 3], key=lambda x: x % 3), lambda: min(1, 2.0, True), lambda: max(1, 1.0, True), lambda: min(float('nan'), 1), lambda: min(1, float('nan')), lambda: max(2**70, 1), lambda: max(0.0, -0.0), lambda: min([0.0, -0.0]))
class Bad:
    def __lt__(self, o): raise ValueError('lt')
t(lambda: min(Bad(), Bad()), lambda: max(x for x in [1, 5, 2]), lambda: min({3: 1, 2: 0}), lambda: max(Bad(), Bad()))
