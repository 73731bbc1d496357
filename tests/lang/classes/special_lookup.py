# Special methods are looked up on the type, not the instance, and may be changed at any time.
class A: pass
a = A()
a.__len__ = lambda: 5
a.__call__ = lambda: 'called'
for f in (len, lambda x: x(), iter, lambda x: x + 1, lambda x: x[0]):
    try:
        print(f(a))
    except TypeError as e:
        print(e)
A.__len__ = lambda self: 7
A.__call__ = lambda self, *args, **kw: (args, kw)
A.__getitem__ = lambda self, i: i * i if i < 4 else [][i]
A.__add__ = lambda self, o: ('add', o)
print(len(a), a(1, k=2), list(a), 4 in a, 5 in a, a + 1, bool(a))
class B(A): pass
b = B()
print(len(b), b())
A.__len__ = lambda self: 8
print(len(b))
B.__len__ = lambda self: 9
print(len(a), len(b))
del B.__len__, A.__call__
print(len(b))
try:
    b()
except TypeError as e:
    print(e)
class It:
    def __iter__(self): return self
    n = 0
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n
print(list(It()), 2 in It(), max(It()), [*It()])
class NoIter:
    __iter__ = None
    __contains__ = None
    __hash__ = None
    __add__ = None
    def __getitem__(self, i): return i
for f in (iter, lambda x: 1 in x, hash, lambda x: x + 1):
    try:
        print(f(NoIter()))
    except TypeError as e:
        print(e)
class Static:
    __len__ = staticmethod(lambda: 3)
    __getitem__ = classmethod(lambda cls, i: (cls.__name__, i))
    @property
    def __call__(self): return lambda: 'through a property'
print(len(Static()), Static()[1], Static()())
