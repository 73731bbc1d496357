# Special methods that call themselves without end raise RecursionError; deep structures die quietly.
def t(f):
    try: f(); print('no error')
    except RecursionError: print("RecursionError")
    except Exception as e: print(type(e).__name__, e)
class A:
    def __getattr__(self, n): return getattr(self, n+'x')
t(lambda: A().foo)
class B: pass
B.__call__ = B()
t(lambda: B()())
class C:
    @property
    def p(self): return self.p
t(lambda: C().p)
class D:
    def __eq__(self, o): return self == o
t(lambda: D() == D())
class E:
    def __repr__(self): return repr(self)
t(lambda: repr(E()))
class F:
    def __getattribute__(self, n): return getattr(self, n)
t(lambda: F().x)
class G:
    def __hash__(self): return hash(self)
t(lambda: hash(G()))
class H:
    def __add__(self, o): return self + o
t(lambda: H() + 1)
class I:
    def __get__(self, o, t): return self.__get__(o, t)
class J: i = I()
t(lambda: J().i)
class K:
    def __new__(cls): return K()
t(K)
class L:
    def __init__(self): L()
t(L)
class M(type):
    def __call__(cls): return cls()
class N(metaclass=M): pass
t(N)
class O:
    def __setattr__(self, n, v): setattr(self, n, v)
def f(): O().x = 1
t(f)
class P:
    def __len__(self): return len(self)
t(lambda: len(P()))
class Q:
    def __getitem__(self, i): return self[i]
t(lambda: Q()[0])
class R:
    def __bool__(self): return bool(self)
t(lambda: bool(R()))
class S:
    def __iter__(self): return iter(self)
t(lambda: list(S()))
class T:
    def __contains__(self, x): return x in self
t(lambda: 1 in T())
class U:
    def __instancecheck__(self, x): return isinstance(x, self)
t(lambda: isinstance(1, U()))
class V:
    def __del__(self): V()
# chain of wrappers
x = int.__add__
class W: __call__ = property(lambda s: s)
t(lambda: W()())
class X: pass
X.__getattr__ = X()
t(lambda: X().y)
class Y: pass
Y.__get__ = Y()
Y.a = Y()
t(lambda: Y().a)
class Z(type):
    def mro(cls): return cls.mro()
t(lambda: Z('q', (), {}))
n = object
for i in range(2000): n = type('n', (n,), {})
print(len(n.__mro__))
del n

class Deep:
    __slots__ = ('next',)
d = None
for i in range(300000):
    e = Deep(); e.next = d; d = e
del d, e
class Deep2: pass
d = None
for i in range(300000):
    e = Deep2(); e.next = d; d = e
del d, e
print('done')
