# Class bodies: namespaces, __class__, mangling, metaclass keywords, decorators, nesting.
class Base:
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag

    def who(self): return "base"


class A(Base, tag="t"):
    """Doc."""
    x = y = 1
    x += 5
    for i in range(2):
        y *= 2
    __private = 3
    locals()["dynamic"] = 4

    def who(self): return super().who() + " a " + __class__.__name__
    def get(self): return self.__private, self._A__private, [self.__private for _ in range(1)]
    def set(self): self.__new_one = 1; self.plain = 2; self.plain += 1
    @staticmethod
    def s(): return __class__
    @property
    def p(self): return [super(A, self).who() for _ in (1,)], (lambda: __class__)()
    class Inner: __q = 5; name = __qualname__
    del i


a = A()
a.set()
print(A.x, A.y, A.tag, A.dynamic, a.who(), a.get(), a.s(), a.p, sorted(vars(a)), A.Inner.name, A.Inner._Inner__q)
print(A.__doc__, A.__module__, A.__qualname__, A.__static_attributes__, A.__firstlineno__)
print(sorted(k for k in vars(A) if not k.startswith("__")))


class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prepare", name, kw)
        return {"prepared": True}

    def __new__(mcs, name, bases, ns, **kw):
        return super().__new__(mcs, name, bases, {**ns, "kw": kw})


class M(*[Base], metaclass=Meta, **{"key": 1}): z = prepared
print(M.z, M.kw, type(M).__name__)


def scope(x):
    y = "outer y"
    class C:
        print(x, y)
        def f(self): return x
        x = "class x"
        print(x)
        y = y if "y" in locals() else "no y"
        global made_global
        made_global = x
    return C


try:
    scope("arg")
except NameError as e:
    print(e)
x, y = "gx", "gy"
print(scope("arg").y, made_global)


def nonlocal_in_class():
    v = 1
    class C:
        nonlocal v
        v = 2
        def get(self): return v
    return v, C().get(), hasattr(C, "v")


print(nonlocal_in_class())


class __Odd:
    def f(self, __arg=1, *, __kw=2): __loc = __arg + __kw; return __loc
    def g(self): global __glob; __glob = 7; import __nothing


print(__Odd().f(), __Odd().f(_Odd__kw=5), __Odd.f.__code__.co_varnames)
try: __Odd().g()
except ImportError as e: print(e, _Odd__glob)


class Cell:
    def method(self): return __class__
    holder = method
    def nested(self):
        def inner(): return super(__class__, self).__init__ is not None
        return inner()


print(Cell().holder(), Cell().nested(), [n for n in dir(Cell) if "cell" in n])
class Empty: pass
class Semi: a = 1; b = a
print(Empty.__doc__, Semi.b, type("T", (), {}).__static_attributes__ if hasattr(type("T", (), {}), "__static_attributes__") else "none")
