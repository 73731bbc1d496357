# list methods with wrong arguments.
def t(*actions):
    for f in actions:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)

l = [1, 2, 3]
t(lambda: l.append(), lambda: l.append(1, 2), lambda: l.extend(5), lambda: l.insert(1), lambda: l.insert('a', 1), lambda: l.pop(9), lambda: l.pop('a'), lambda: [].pop(), lambda: l.remove(9), lambda: l.index(9), lambda: l.index(1, 1), lambda: l.index(1, 'a'), lambda: l.count(), lambda: l.sort(1), lambda: l.sort(foo=1), lambda: l.reverse(1), lambda: l.copy(1), lambda: l.clear(1), lambda: l[9], lambda: l['a'], lambda: l[1.0], lambda: l.__setitem__(9, 1), lambda: l.__delitem__(9), lambda: l + (1,), lambda: l * 'a', lambda: l * 1.5, lambda: l < 5, lambda: list(1, 2), lambda: list(5), lambda: list(iterable=[1]), lambda: hash(l), lambda: l.nosuch)
print(l)
