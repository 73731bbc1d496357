# super().name(...) met often: other classes of self, bases that change, a name super that is something else.
class A:
    def __init__(self, x): self.x = x
    def m(self): return ('A', self.x)
class B(A):
    def __init__(self, x):
        super().__init__(x + 1)
    def m(self): return ('B',) + super().m()
class M:
    def m(self): return ('M',) + super().m()
class D(M, B): pass
def loop(o): return [o.m() for _ in range(40)][-1]
print(loop(B(1)), loop(D(2)), loop(B(3)))
old = A.m
def replaced(self): return ('replaced',)
A.m = replaced
print(loop(B(1)), loop(D(2)))
A.m = old
class E(A):
    def m(self):
        self2 = self
        return super().nothing()
    @classmethod
    def c(cls): return super().__init_subclass__()
    @staticmethod
    def s(): return super().m()
    def cell(self):
        def inner(): return self
        return super().m(), inner().x
for f in (lambda: E(1).m(), E.c, E.s, lambda: E(5).cell()):
    for i in range(30):
        try: r = f()
        except Exception as e: r = type(e).__name__, str(e)
    print(r)
class F(A):
    def m(self):
        return super(
        ).m()
print(loop(F(9)), F.m.__code__.co_names)
def shadow():
    class super:
        def __init__(self): pass
        def m(self): return 'mine'
    class G(A):
        def m(self):
            __class__
            return super().m()
    return [G(1).m() for _ in range(20)][-1]
print(shadow())
