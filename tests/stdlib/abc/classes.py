# Abstract base classes: what is abstract, virtual subclasses, hooks.
import abc
def t(f):
    try: r=f()
    except BaseException as e: print(type(e).__name__, '|', e)
    else: print('ok', repr(r))
class A(abc.ABC):
    @abc.abstractmethod
    def f(self): ...
    @property
    @abc.abstractmethod
    def p(self): ...
    @classmethod
    @abc.abstractmethod
    def c(cls): ...
    @staticmethod
    @abc.abstractmethod
    def s(): ...
print(sorted(A.__abstractmethods__)); t(A)
class B(A):
    def f(self): return 1
print(sorted(B.__abstractmethods__)); t(B)
class C(B):
    p=1; c=2; s=3
print(C.__abstractmethods__); t(lambda: C().f())
class D(abc.ABC):
    @abc.abstractmethod
    def only(self): ...
t(D)
class V: pass
print(issubclass(V,A), isinstance(V(),A)); print(A.register(V)); print(issubclass(V,A), isinstance(V(),A))
t(lambda: A.register(5)); t(lambda: V.register(5)); t(lambda: B.register(A)); 
@B.register
class W: pass
print(isinstance(W(),A), issubclass(W,(int,B)))
class H(abc.ABC):
    @classmethod
    def __subclasshook__(cls,C): return True if hasattr(C,'zork') else NotImplemented
class Z: zork=1
print(issubclass(Z,H), issubclass(V,H), isinstance(Z(),H))
class H2(abc.ABC):
    @classmethod
    def __subclasshook__(cls,C): return 5
t(lambda: issubclass(Z,H2)); t(lambda: issubclass(5,A))
class P:
    @property
    def __class__(self): return V
print(isinstance(P(),A))
print(type(A), abc.ABCMeta.__mro__, A.__class__)
x=abc.get_cache_token(); A.register(type('N',(),{})); print(abc.get_cache_token()==x, type(x))
class E(abc.ABC):
    def __repr__(self): return 'E()'
E.g=abc.abstractmethod(lambda s:1); t(E); print(abc.update_abstractmethods(E)); t(E)
print(abc.update_abstractmethods(int))
class K(metaclass=abc.ABCMeta):
    __slots__=()
    def __repr__(self): return 'K()'
print(K(), abc.ABC.__slots__)
t(lambda: abc.ABCMeta('Q',(),{'m':abc.abstractmethod(lambda s:0)})())
class AP(abc.ABC):
    @abc.abstractproperty
    def a(self): pass
    @abc.abstractclassmethod
    def b(cls): pass
    @abc.abstractstaticmethod
    def c(): pass
print(sorted(AP.__abstractmethods__))
for i in range(50):
    class T(A): pass
    issubclass(T, A); issubclass(int, A); isinstance(5, A)
del T
