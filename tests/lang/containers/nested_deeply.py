# Deep nesting: what fits the C stack compares, hashes and prints.
def nest(wrap, levels):
    x = 0
    for _ in range(levels):
        x = wrap(x)
    return x

a, b = nest(lambda x: [x], 8_000), nest(lambda x: [x], 8_000)
print(a == b, a != b, a < b, a in [b], [b].index(a))
a, b = nest(lambda x: (x,), 8_000), nest(lambda x: (x,), 8_000)
print(a == b, a != b, a < b, hash(a) == hash(b), len(repr(a)))
a, b = nest(lambda x: {1: x}, 6_000), nest(lambda x: {1: x}, 6_000)
print(a == b, a != b, len(repr(a)))

a, b = [], []
a.append(a)
b.append(b)
for compare in (lambda: a == b, lambda: a < b, lambda: {1: a} == {1: b}, lambda: (a,) != (b,)):
    try:
        compare()
    except RecursionError:
        print('RecursionError')
print(a, b, a == a)
