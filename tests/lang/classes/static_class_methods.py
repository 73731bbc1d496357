# staticmethod and classmethod objects.
class A:
    @staticmethod
    def s(x=1): "sdoc"; return x
    @classmethod
    def c(cls, x=2): "cdoc"; return cls.__name__, x
    def m(self): return self.__class__.__name__
class B(A): pass
print(A.s(), A().s(5), A.c(), B.c(3), B().c(), B().m(), A.m(B()))
s, c = A.__dict__['s'], A.__dict__['c']
print(type(s).__name__, s.__name__, s.__doc__, s.__wrapped__ is A.s, s(7), c.__name__, c.__func__.__name__, s.__isabstractmethod__)
print(repr(staticmethod(len)), repr(classmethod(len)), list(s.__dict__))
s.extra = 1
print(s.extra, B.c.__self__, B.c.__func__ is c.__func__, A.c == A.c, A.c is A.c)
for f in (lambda: staticmethod(), lambda: classmethod(1, 2), lambda: staticmethod(x=1), lambda: staticmethod(1)(),
          lambda: c(), lambda: classmethod(1).__get__(None, A)()):
    try:
        print(f())
    except TypeError as e:
        print(e)
print(A().m.__func__ is A.m, A().m.__self__.__class__ is A, B().m == B().m)
a = A()
print(a.m == a.m, a.m is a.m, hash(a.m) == hash(a.m), a.m.__name__, type(a.m).__name__)
class C:
    f = len
    g = print
    h = lambda self: 'h'
    k = int
print(C().f([1, 2]), C().h(), C().k('5'), C.h(3))
