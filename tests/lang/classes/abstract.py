# Abstract methods: what cannot be instantiated.
class Meta(type):
    def __new__(mcs, name, bases, ns):
        cls = super().__new__(mcs, name, bases, ns)
        abstract = {n for n, v in ns.items() if getattr(v, '__isabstractmethod__', False)}
        for b in bases:
            abstract |= {n for n in getattr(b, '__abstractmethods__', ()) if getattr(getattr(cls, n), '__isabstractmethod__', False)}
        cls.__abstractmethods__ = frozenset(abstract)
        return cls
def abstract(f):
    f.__isabstractmethod__ = True
    return f
class A(metaclass=Meta):
    @abstract
    def f(self): pass
    @property
    @abstract
    def g(self): pass
    @classmethod
    @abstract
    def c(cls): pass
class B(A):
    def f(self): pass
class C(B):
    g = c = None
for cls in (A, B, C):
    try:
        print(type(cls()).__name__)
    except TypeError as e:
        print(e)
A.__abstractmethods__ = frozenset()
print(type(A()).__name__, A.__flags__ >> 20 & 1, B.__flags__ >> 20 & 1)
for action in (lambda: type.__abstractmethods__, lambda: int.__abstractmethods__):
    try:
        action()
    except AttributeError as e:
        print(e)
