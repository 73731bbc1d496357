# A new key takes the slot of a deleted one, also when the comparison on the way there has just filled that slot.


class Key:
    def __init__(self, name, act=None):
        self.name = name
        self.act = act

    def __hash__(self):
        return 1

    def __eq__(self, other):
        for key in self, other:
            if key.act:
                act, key.act = key.act, None
                act()
        return self.name == other.name

    def __repr__(self):
        return self.name


def found(d):
    return [k for k in d if k not in d]


a, b, c = Key("a"), Key("b"), Key("c")
d = {a: 1, b: 2, c: 3}
del d[a]  # its slot comes first for this hash
x = Key("x")
y = Key("y", lambda: d.__setitem__(x, 4))
d[y] = 5
print(d, found(d), len(d))

# A key that goes and comes back while it is compared.
d = {a: 1, b: 2, c: 3}
del d[a]


def again():
    d.popitem()
    d[c] = 6


z = Key("c", again)
print(d.pop(z, None) in (3, 6), found(d), len(d) in (1, 2))
d[z] = 7
print(list(d.values()), found(d))

# Many of them, mixed with names and numbers; a list of pairs does the same.
state = 1
for kind in int, str, lambda n: str(n) if n & 1 else n:
    d, pairs = {}, []
    for step in range(1500):
        state = state * 1103515245 + 12345 & 0x7FFFFFFF
        key = kind((state >> 8) % 60)
        there = [p for p in pairs if p[0] == key]
        if state >> 20 & 1:
            if there:
                there[0][1] = step
            else:
                pairs.append([key, step])
            d[key] = step
        else:
            gone = d.pop(key, None)
            assert gone == (there[0][1] if there else None)
            if there:
                pairs.remove(there[0])
    print(list(d.items()) == [tuple(p) for p in pairs], len(d), found(d))
