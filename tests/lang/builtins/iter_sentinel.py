# iter(callable, sentinel), iter of sequences, next with a default.
def t(*actions):
    for f in actions:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)

n = iter([1, 2, 3, 4])
print(list(iter(lambda: next(n), 3)), list(n))
class Seq:
    def __getitem__(self, i):
        if i == 3: raise IndexError
        return i * i
class NotIter:
    def __iter__(self): return 5
class NoneIter: __iter__ = None
t(lambda: list(iter(Seq())), lambda: iter(NotIter()), lambda: iter(NoneIter()), lambda: iter(5), lambda: iter(5, 1), lambda: iter(), lambda: list(iter([1], )), lambda: next(5), lambda: next(iter([])), lambda: next(iter([]), 'd'), lambda: next(iter([7]), 'd'), lambda: next(), lambda: next(iter([]), 1, 2))
it = iter(int, 1)
print(next(it), type(it).__name__)
def stop(): raise StopIteration('early')
t(lambda: list(iter(stop, 1)), lambda: next(iter(stop, 1), 'd'))
class Eq:
    def __eq__(self, o): raise ValueError('eq')
t(lambda: list(iter(Eq, 1)))
