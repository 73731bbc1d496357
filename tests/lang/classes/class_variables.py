# class attributes that are replaced often: everybody sees the new value, whatever kind it is
import sys
class Base:
    made = 0
    last = None
    label = 'base'
    def __init__(self, x):
        self.x = x
        Base.made += 1
        type(self).last = x
class Sub(Base):
    pass
def make(cls, n):
    total = 0
    for i in range(n):
        o = cls(i)
        total += o.made - cls.made + cls.last + o.last + o.x
    return total, cls.made, Base.made
print(make(Base, 600), make(Sub, 600), Sub.__dict__.get('last'), Base.last)
class Ids:
    next = 1000
    @classmethod
    def new(cls):
        cls.next += 1
        return cls.next
print([Ids.new() for _ in range(700)][-2:])
# by instance, by class, by subclass, after a descriptor came and went
def read(o, cls):
    return o.label, cls.label, Base.label
def relabel(n):
    o, seen = Sub(1), []
    for i in range(n):
        Base.label = f'label {i}'
        if i % 100 == 50: Base.label = property(lambda self: 'computed')
        if i % 100 == 60: Sub.label = 'own'
        if i % 100 == 70: del Sub.label
        got = read(o, Sub)
        if i % 100 == 50: got = got[0], type(got[1]).__name__, type(got[2]).__name__
        if i % 10 == 0: seen.append(got)
    return seen[-10:]
for line in relabel(700): print(line)
# a function becomes a method, a number is none
def call(n):
    class C:
        def f(self): return 1
    o, got = C(), []
    for i in range(n):
        C.f = (lambda self, i=i: i) if i % 2 else i
        got.append(o.f() if i % 2 else o.f)
    return sum(got)
print(call(800))
# the old value dies when it is replaced, and finds the new one
class D:
    log = []
    def __init__(self, n): self.n = n
    def __del__(self): D.log.append((self.n, H.held and H.held.n))
class H:
    held = None
def hold(n):
    for i in range(n): H.held = D(i)
    H.held = None
hold(500)
print(len(D.log), D.log[:2], D.log[-2:])
# names that are not interned, more attributes than are kept in mind, counts
W = type('W', (), {f'a{i}': i for i in range(100)})
for i in range(300):
    setattr(W, ''.join(['a', str(i % 100)]), i)
print([getattr(W, f'a{i}') for i in (0, 1, 63, 64, 99)], W.a70, W().a3)
x = object()
before = sys.getrefcount(x)
for i in range(500): H.held = x
print(sys.getrefcount(x) - before)
class Meta(type):
    @property
    def p(cls): return 'meta'
    @p.setter
    def p(cls, v): Meta.got = v
    got = None
class M(metaclass=Meta):
    p = 1
for i in range(500): M.p = i
print(M.p, M.__dict__['p'], Meta.got)
