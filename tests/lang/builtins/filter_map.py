# filter and map: several iterables, strict, None, subclasses, errors.
def t(*actions):
    for f in actions:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)

t(lambda: list(filter(None, [0, 1, '', 'a'])), lambda: list(filter(lambda x: x > 1, [1, 2, 3])), lambda: list(filter(bool, [0, 2])), lambda: filter(), lambda: filter(None), lambda: filter(None, 5), lambda: list(filter(5, [1])), lambda: filter(function=None, iterable=[]))
t(lambda: list(map(str, [1, 2])), lambda: list(map(pow, [2, 3], [3, 2])), lambda: list(map(lambda *a: a, 'abc', [1, 2])), lambda: list(map(lambda *a: a, 'abc', [1, 2], strict=True)), lambda: list(map(lambda *a: a, 'a', [1, 2], strict=True)), lambda: map(), lambda: map(str), lambda: map(str, 5), lambda: list(map(5, [1])), lambda: map(str, [], foo=1))
class F(filter): pass
class M(map):
    def __init__(self, *a): self.args = a
print(list(F(None, [0, 1])), type(F(None, [])), M(str, [1]).args[0], list(M(str, [1])))
m = map(int, ['1', 'x', '3'])
t(lambda: next(m), lambda: next(m), lambda: next(m), lambda: next(m))
