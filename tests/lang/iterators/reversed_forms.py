# reversed: of sequences, through __reversed__, and what it refuses.
def t(*actions):
    for f in actions:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)

class Seq:
    def __len__(self): return 3
    def __getitem__(self, i): return i * 10
class Own:
    def __reversed__(self): return iter('own')
class Not: __reversed__ = None
t(lambda: list(reversed([1, 2])), lambda: list(reversed('ab')), lambda: list(reversed(Seq())), lambda: list(reversed(Own())), lambda: reversed(Not()), lambda: reversed({1}), lambda: reversed(5), lambda: reversed(), lambda: reversed([], []), lambda: list(reversed({1: 2, 3: 4}.items())), lambda: list(reversed(range(3))), lambda: reversed(x for x in 'a'), lambda: list(reversed(b'ab')))
l = [1, 2, 3]
r = reversed(l)
print(next(r), r.__length_hint__(), r.__reduce__()[1:])
l.clear()
print(list(r), r.__length_hint__())
r = reversed([1, 2, 3]); r.__setstate__(0); print(list(r))
r = reversed(Seq()); print(next(r), r.__length_hint__(), type(r).__name__)
