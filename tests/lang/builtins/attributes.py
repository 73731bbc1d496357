# getattr, hasattr, setattr, delattr.
def t(*actions):
    for f in actions:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)

class C:
    x = 1
    @property
    def bad(self): raise AttributeError('inner')
    @property
    def worse(self): raise KeyError('k')
    __slots__ = ('s',)
c = C()
t(lambda: getattr(c, 'x'), lambda: getattr(c, 'y'), lambda: getattr(c, 'y', 5), lambda: getattr(c, 'bad', 6), lambda: getattr(c, 'worse', 7), lambda: getattr(c, 1), lambda: getattr(c), lambda: getattr(c, 'a', 'b', 'c'), lambda: getattr(c, 's'))
t(lambda: hasattr(c, 'x'), lambda: hasattr(c, 'y'), lambda: hasattr(c, 'bad'), lambda: hasattr(c, 'worse'), lambda: hasattr(c, 3), lambda: hasattr(c, 's'))
t(lambda: setattr(c, 's', 2), lambda: c.s, lambda: setattr(c, 'z', 2), lambda: setattr(c, 'x', 2), lambda: setattr(c, 5, 2), lambda: setattr(c, 's'), lambda: delattr(c, 's'), lambda: delattr(c, 's'), lambda: delattr(c, 'x'), lambda: delattr(C, 'x'), lambda: delattr(c, None), lambda: setattr(1, 'a', 2), lambda: setattr(int, 'a', 2))
