# n *= sequence, where n is no sequence but of a kind that might be one: only numbers of the built-in kinds do.
class Index:
    def __index__(self):
        return 2


class I(int):
    pass


def t(n, sequence):
    try:
        print(n * sequence)
    except TypeError as e:
        print(e)
    try:
        n *= sequence
        print(n)
    except TypeError as e:
        print(e)


for n in 2, True, I(2), Index(), 1.5, None, {1}, {1: 2}.keys(), range(2), object(), print, int:
    t(n, 'ab')
t({1}, [1])
t(frozenset(), b'')
t(bytearray(b'a'), I(2))
t([1], Index())
t([1], 1.5)
t([1], [1])
t((1,), 'a')
