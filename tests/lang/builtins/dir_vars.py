# dir and vars of everything.
def t(*actions):
    for f in actions:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)

class C:
    a = 1
    def __init__(self): self.b = 2
class D:
    def __dir__(self): return ['z', 'a', 'z']
class E:
    def __dir__(self): return 5
class S: __slots__ = ('q',)
t(lambda: [n for n in dir(C()) if n[0] != '_'], lambda: dir(D()), lambda: dir(E()), lambda: 'append' in dir([]), lambda: 'mro' in dir(C), lambda: dir(1, 2), lambda: [n for n in dir(S()) if n[0] != '_'])
t(lambda: vars(C()), lambda: type(vars(C)), lambda: vars(1), lambda: vars(S()), lambda: vars(1, 2))
def f(x):
    y = 2
    return sorted(vars()), dir()
print(f(1))
print('t' in vars(), 'f' in dir())
