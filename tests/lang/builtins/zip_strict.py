# zip of none, one and many, strict and not.
def t(*actions):
    for f in actions:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)

t(lambda: list(zip()), lambda: list(zip('ab')), lambda: list(zip('abc', [1, 2])), lambda: list(zip('ab', [1, 2], strict=True)), lambda: list(zip('abc', [1, 2], strict=True)), lambda: list(zip('a', [1, 2], strict=True)), lambda: list(zip('ab', 'ab', 'a', strict=True)), lambda: list(zip('a', 'a', 'ab', strict=True)), lambda: zip(5), lambda: zip('a', 5), lambda: zip(foo=1), lambda: zip(strict=True, foo=1), lambda: list(zip(*[(1, 2), (3, 4)])))
z = zip([1, 2], [3, 4])
a, b = next(z), next(z)
print(a, b, a is b, list(z))
def fails():
    yield 1
    raise ValueError('late')
t(lambda: list(zip([1, 2], fails())), lambda: list(zip(fails(), [1], strict=True)))
for x, y, w in zip(range(3), 'abc', [None] * 3): print(x, y, w)
