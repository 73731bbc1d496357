# super with and without arguments.
def t(*actions):
    for f in actions:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)

class A:
    def f(self): return 'A'
class B(A):
    def f(self): return super().f() + super(B, self).f()
    @classmethod
    def c(cls): return super().__init_subclass__
    @staticmethod
    def s(): return super().f()
    def g(self): return super(A, self).f()
    def no(): return super()
print(B().f(), repr(super(B, B()))[:20])
t(lambda: B.s(), lambda: B().g(), lambda: B.no(), lambda: super(), lambda: super(int, 'x'), lambda: super(5), lambda: super(int, 5, 6), lambda: super(B).f, lambda: super(A, B()).f, lambda: super(int, bool).__new__.__name__)
def outside(self): return super().f()
t(lambda: outside(B()))
