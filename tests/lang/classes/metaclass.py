# Metaclasses: __prepare__, __new__, __init__, __call__, keywords, conflicts.
class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print('prepare', mcs.__name__, name, bases, kw)
        return {'prepared': 1}
    def __new__(mcs, name, bases, ns, **kw):
        print('new', name, sorted(k for k in ns if not k.startswith('__')), kw)
        return super().__new__(mcs, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        print('init', cls.__name__, kw)
        super().__init__(name, bases, ns)
    def __call__(cls, *args):
        print('call', args)
        return super().__call__(*args)
    def method(cls): return 'method of ' + cls.__name__
    def __getattr__(cls, name): return 'meta ' + name
    def __len__(cls): return 7
    def __iter__(cls): return iter('abc')
    def __contains__(cls, x): return x == 3
    def __getitem__(cls, i): return i * 2

class A(metaclass=Meta, option=1):
    attr = 2
    def __init__(self, x): self.x = x
a = A(5)
print(a.x, A.prepared, A.method(), A.nothing, len(A), list(A), 3 in A, A[4], type(A))
try:
    a.method
except AttributeError as e:
    print(e)

class B(A): pass
print(type(B))

class M1(type): pass
class M2(type): pass
class X(metaclass=M1): pass
class Y(metaclass=M2): pass
try:
    class Z(X, Y): pass
except TypeError as e:
    print(e)
class M3(M1, M2): pass
class Z(X, Y, metaclass=M3): pass
print(type(Z), isinstance(Z, M1))
def function_as_metaclass(name, bases, ns): return (name, bases)
class F(metaclass=function_as_metaclass): pass
print(F)
