# super() with none, one and two arguments, in odd places
class A:
    def m(self):
        return "A.m"

    @classmethod
    def c(cls):
        return "A.c", cls.__name__

    @staticmethod
    def s():
        return "A.s"

    attr = 5


class B(A):
    def m(self):
        return "B then " + super().m()

    @classmethod
    def c(cls):
        return super().c()

    @staticmethod
    def s():
        return super(B, B).s()

    def inner(self):
        def f(self):
            return super().m()
        return f(self)

    def comprehension(self):
        return [super().attr for _ in range(2)]

    def generator(self):
        return list(super().m() for _ in range(1))

    def star(*args):
        return super().m()

    def no_args():
        return super().m()

    def deleted(self):
        del self
        return super().m()

    def renamed(this):
        return super().m()

    @property
    def prop(self):
        return super().attr


b = B()
for f in (b.m, b.c, B.c, b.s, b.inner, b.comprehension, b.generator, b.star, B.no_args, b.deleted, b.renamed,
          lambda: b.prop, lambda: super(B, b).attr, lambda: super(B, B).c(), lambda: super(B).m, lambda: super(),
          lambda: super(1, b), lambda: super(B, 1), lambda: super(B, b, b), lambda: super(B, b).missing,
          lambda: super(x=1), lambda: B.star()):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
unbound = super(B)
print(unbound.__thisclass__.__name__, unbound.__self__, unbound.__get__(b).m(), repr(unbound))
print(repr(super(B, B)))
