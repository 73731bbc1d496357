# __new__ and __init__: who gets the arguments, what they may return.
class A: pass
class N:
    def __new__(cls, *args): return super().__new__(cls)
class I:
    def __init__(self, *args): self.args = args
class NI(N, I): pass
print(N(1, 2).__class__, I(1, 2).args, NI(3).args)
class Other:
    def __new__(cls): return 42
    def __init__(self): print('not called')
print(Other())
class PassOn:
    def __new__(cls, *a): return object.__new__(cls, *a)
class InitOn:
    def __init__(self, *a): object.__init__(self, *a)
class ReturnsValue:
    def __init__(self): return 1
for f in (lambda: A(1), lambda: A(x=1), lambda: PassOn(1), lambda: InitOn(1), lambda: ReturnsValue(), lambda: object(1),
          lambda: object.__init__(A(), 1), lambda: object.__new__(), lambda: object.__new__(1),
          lambda: object.__new__(int), lambda: int.__new__(A), lambda: int.__new__(str), lambda: object.__new__(A, 1),
          lambda: type(len)(), lambda: type.__call__(1), lambda: A.__call__(), lambda: type(), lambda: type(1, 2),
          lambda: type.__new__(type, 1, (), {}), lambda: type.__new__(type, 'a', [], {}),
          lambda: type.__new__(type, 'a', (), []), lambda: type('x', (), {}, y=1)):
    try:
        print(type(f()).__name__)
    except TypeError as e:
        print(e)
class Singleton:
    one = None
    def __new__(cls):
        if cls.one is None: cls.one = super().__new__(cls)
        return cls.one
print(Singleton() is Singleton())
class T(tuple):
    def __new__(cls, *items): return super().__new__(cls, items)
    def __init__(self, *items): self.n = len(items)
print(T(1, 2), T(1, 2).n)
