# zip, map, filter, enumerate: strict, keywords, shared sources, errors.
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

it = iter(range(6))
print(list(zip(it, it)), list(zip()), list(zip('ab', 'cd', [1, 2, 3])), dict(zip('ab', (1, 2))))
print(list(map(max, [1, 5], [4, 2])), list(map(str, 'ab')), list(filter(None, [0, 1, '', 'x'])),
      list(filter(lambda x: x % 2, range(5))), list(enumerate('ab', 5)), list(enumerate('a', start=2**63 - 1)))
z = zip([1, 2], 'ab')
first = next(z)
second = next(z)
print(first, second, first is second)
for f in (lambda: list(zip([1], [1, 2], strict=True)), lambda: list(zip([1, 2], [1], strict=True)),
          lambda: list(zip([1], [1], [], strict=True)), lambda: list(map(max, [1, 2], [1], strict=True)),
          lambda: list(zip([1], [2], strict=True)), lambda: zip(1), lambda: zip(a=1), lambda: map(len), lambda: filter(1),
          lambda: enumerate(1), lambda: enumerate([], 'x'), lambda: enumerate([], foo=1), lambda: list(map(1, [1])),
          lambda: list(map(lambda: 0, [1]))):
    show(f)
