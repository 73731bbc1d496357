# super: with and without arguments, in class methods, errors.
class A:
    def f(self): return ['A']
    @classmethod
    def c(cls): return ['A', cls.__name__]
    @staticmethod
    def s(): return 'static'
    @property
    def p(self): return 'p of A'
class B(A):
    def f(self): return ['B'] + super().f()
    @classmethod
    def c(cls): return ['B'] + super().c()
    @property
    def p(self): return 'B, ' + super().p
class C(A):
    def f(self): return ['C'] + super().f()
class D(B, C):
    def f(self): return ['D'] + super(D, self).f()
    def g(self): return [super().f() for _ in range(1)][0]
d = D()
print(d.f(), d.c(), D.c(), d.p, super(B, d).s(), d.g())
print(repr(super(B, d))[:30], repr(super(B)), super(B, D).__self_class__, super(B, d).__thisclass__)
print(super(B, d).__class__, super(B).__get__(d).f())

for f in (lambda: super(), lambda: super(1), lambda: super(int, 'a'), lambda: super(A, d).zz, lambda: super(int, str),
          lambda: super(1, 2, 3), lambda: super(A, x=1), lambda: setattr(super(B, d), 'x', 1)):
    try:
        print(f())
    except (TypeError, RuntimeError, AttributeError) as e:
        print(type(e).__name__, e)
class E:
    def f(): return super()
    def g(self):
        del self
        return super()
    def h(*args): return super()
    def i(self):
        def inner(self): return super().__hash__
        return inner(self)
print(E().i().__name__)
for f in (lambda: E.f(), lambda: E().g(), lambda: E().h()):
    try:
        f()
    except RuntimeError as e:
        print(e)
