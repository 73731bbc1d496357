# Class statements: bases, keywords, metaclass, bodies, decorators, what a body leaves behind.
class Meta(type):
    @classmethod
    def __prepare__(cls, name, bases, **kwargs):
        print("prepare", name, [b.__name__ for b in bases], kwargs)
        return {"prepared": 1}
    def __new__(cls, name, bases, namespace, **kwargs): return super().__new__(cls, name, bases, dict(namespace))
    def __init__(self, *args, **kwargs): print("init", kwargs)
class A(metaclass=Meta, option=1): "doc"; x = prepared
class B(A, *(), option=2, **{"other": 3}):
    __slots__ = ()
    y = [i for i in range(2)]
    for i in range(2): vars()[f"v{i}"] = i
    if True:
        def m(self): return __class__, super().__init__
    del i
print(A.__doc__, B.y, B.v1, hasattr(B, "i"), B().m()[0], B.__qualname__, B.__firstlineno__, B.__static_attributes__, A.__module__)
def deco(arg): return lambda cls: print("decorate", arg, cls.__name__) or cls
@deco(1)
@deco(2)
class C:
    class D:
        def f(self): self.a = self.b = 1; (self.c, other.d) = 1, 2
    __qualname__ = "Other"
print(C, C.D, C.D.__static_attributes__)
class E(*[int], **{"metaclass": type}): pass
print(E.__bases__, E(3) + 1)
class Init:
    def __init_subclass__(cls, /, key="none", **kw): print("sub", cls.__name__, key, kw)
    def __set_name__(self, owner, name): print("name", owner.__name__, name)
class Sub(Init, key="k"): attr = Init()
for source in "class X(1): pass", "class X(A, A): pass", "class X(int, str): pass", "class X(metaclass=1): pass", "class X(bool): pass", "class X(Init, key=1, k2=2): pass", "class X(object, A): pass", "class X(A, metaclass=type('M', (type,), {})): pass":
    try:
        exec(source)
    except TypeError as e:
        print(source, "|", e)
