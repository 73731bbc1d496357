# A copy of a dict compares its keys with each other, unless the table is taken as it is.
class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 100

    def __eq__(self, other):
        print('compared', self.n, other.n)
        return self is other

    def __repr__(self):
        return f'Key({self.n})'


d = {Key(1): 1, Key(2): 2, Key(3): 3}
print('made')
print({**d}, dict(d), d.copy())
for key in list(d)[:1]:
    print('one less')
    del d[key]
print(d.copy())
print({**d})
d.update({i: i for i in range(30)})
for i in range(30):
    del d[i]
print('gaps')
print(d.copy())
print(d | {})
