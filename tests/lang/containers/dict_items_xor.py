# The symmetric difference of items: what both dicts have need not be hashable.
class Shown:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        print('hash', self.n)
        return self.n

    def __eq__(self, other):
        print('eq', self.n, getattr(other, 'n', other))
        return self is other

    def __repr__(self):
        return f'Shown({self.n})'


a, b = {1: [1], 2: 'x'}, {1: [1], 3: 'y'}
print(sorted(a.items() ^ b.items()), a.items() ^ a.items())
one, two = Shown(1), Shown(2)
print(len({1: one, 2: two}.items() ^ {1: two, 2: two}.items()))
for left, right in ({1: [1]}, {1: [2]}), ({1: [1]}, {}), ({}, {1: one}), ({1: one}, {1: [2], 2: two}):
    try:
        print(left.items() ^ right.items())
    except TypeError as e:
        print(e)
