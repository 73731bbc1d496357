# range: construction, membership, indexing, comparison, of any size.
def t(*actions):
    for f in actions:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)

t(lambda: range(3), lambda: range(1, 5, 2), lambda: range(), lambda: range(1, 2, 3, 4), lambda: range(1.5), lambda: range('a'), lambda: range(1, 5, 0), lambda: range(stop=3), lambda: list(range(5, 0, -2)), lambda: len(range(0, 10, 3)), lambda: range(10)[3], lambda: range(10)[-1], lambda: range(10)[10], lambda: range(10)[2:8:2], lambda: range(10)['a'], lambda: 3 in range(5), lambda: 3.0 in range(5), lambda: 'a' in range(5), lambda: 2**70 in range(2**71), lambda: range(5).index(3), lambda: range(5).index(9), lambda: range(5).count(2), lambda: range(0) == range(2, 2), lambda: range(0, 3, 2) == range(0, 4, 2), lambda: hash(range(0)) == hash(range(1, 1)), lambda: range(3) == [0, 1, 2], lambda: range(3) < range(4), lambda: bool(range(0)), lambda: list(reversed(range(3))), lambda: range(2**70, 2**70 + 3)[1] - 2**70, lambda: len(range(2**70)), lambda: range(3).start, lambda: range(5)[::-1], lambda: repr(range(0, 5, 1)), lambda: range(3) + range(3), lambda: range(True), lambda: range(-2**63, -2**63 + 2)[-1])
try: range(3).start = 1
except AttributeError as e: print(e)
try: type('R', (range,), {})
except TypeError as e: print(e)
it = iter(range(5)); next(it)
print(it.__length_hint__(), it.__reduce__()[1], list(it), next(it, 'end'))
