# range: arithmetic on ints of any size.
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

for r in (range(5), range(2, 20, 3), range(10, 0, -3), range(0), range(2**64, 2**64 + 4), range(-2**70, 2**70, 2**69)):
    print(r, list(r), list(reversed(r)), bool(r), r[1:], r[::-1], hash(r) == hash(range(r.start, r.stop, r.step)))
print(7 in range(1, 10, 3), 8 in range(1, 10, 3), 7.0 in range(1, 10, 3), 2**64 in range(2**65), 'a' in range(3))
print(range(1, 10, 3).index(7), range(5).count(3), range(5)[-1], range(5)[1:3][1], range(0, 3, 2) == range(0, 4, 2))
print(range(3) == range(3), range(0) == range(5, 1), hash(range(0)), hash(range(5)), hash(range(1)))
for f in (lambda: range(), lambda: range(1, 2, 0), lambda: range('a'), lambda: range(5)[5], lambda: range(5)['a'],
          lambda: range(5).index(5), lambda: range(5).index('a'), lambda: len(range(2**70)), lambda: range(1.5),
          lambda: range(a=1), lambda: range(3) < range(4), lambda: range(1, 2, 3, 4)):
    show(f)
it = iter(range(5))
print(next(it), it.__length_hint__(), it.__reduce__(), list(it), list(it))
