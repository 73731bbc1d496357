# set and frozenset: methods and operators with wrong arguments.
def t(*actions):
    for f in actions:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)

s = {1, 2}
t(lambda: set(5), lambda: set(1, 2), lambda: set([[]]), lambda: frozenset([{}]), lambda: s.add(), lambda: s.add([]), lambda: s.remove(9), lambda: s.remove([]), lambda: s.discard([]), lambda: set().pop(), lambda: s.union(5), lambda: s.update(5), lambda: s | [1], lambda: s & 5, lambda: s - None, lambda: s ^ 'a', lambda: s < [1], lambda: s == [1, 2], lambda: s.issubset(5), lambda: s.isdisjoint(5), lambda: hash(s), lambda: s[0], lambda: [] in s, lambda: s.__ior__([1]), lambda: frozenset().add(1), lambda: s.copy(1), lambda: set(iterable=[1]), lambda: {1: s}[1] is s, lambda: s.symmetric_difference(1, 2), lambda: frozenset(5), lambda: s + s, lambda: {s})
print({frozenset([1])} == {frozenset([1])}, set([1]) in {frozenset([1])}, {frozenset([1, 2])} - {frozenset([2, 1])})
x = {frozenset([1])}; x.discard({1}); print(x)
