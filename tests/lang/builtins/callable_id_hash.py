# callable, id, hash, len.
def t(*actions):
    for f in actions:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)

class C:
    def __call__(self): pass
class U: __hash__ = None
class H:
    def __hash__(self): return 'x'
class L:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
t(lambda: callable(len), lambda: callable(C), lambda: callable(C()), lambda: callable(1), lambda: callable(), lambda: id(5) == id(5), lambda: id(), lambda: id(1, 2))
t(lambda: hash(1), lambda: hash(1.0) == hash(1) == hash(True), lambda: hash(-1), lambda: hash([]), lambda: hash({}), lambda: hash(U()), lambda: hash(H()), lambda: hash((1, [])), lambda: hash(()) == hash(()), lambda: hash(slice(1)) == hash(slice(1)))
t(lambda: len([1]), lambda: len('abc'), lambda: len(5), lambda: len(), lambda: len(L(3)), lambda: len(L(-1)), lambda: len(L('x')), lambda: len(L(1.5)), lambda: len(L(2**70)), lambda: len(range(2**64)), lambda: len(L(True)))
