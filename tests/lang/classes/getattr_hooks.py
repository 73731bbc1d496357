# __getattr__, __getattribute__, __setattr__, __delattr__, __dir__.
class G:
    x = 1
    def __getattr__(self, name):
        if name == 'bad': raise AttributeError('own text')
        return 'got ' + name
g = G()
print(g.x, g.y, hasattr(g, 'bad'), getattr(g, 'bad', 'default'))
class A:
    def __getattribute__(self, name):
        if name == 'secret': raise AttributeError(name)
        return object.__getattribute__(self, name)
    z = 5
print(A().z, getattr(A(), 'secret', None))
class Both(A):
    def __getattr__(self, name): return 'fallback ' + name
print(Both().z, Both().secret, Both().other)
class S:
    def __setattr__(self, name, value):
        print('set', name)
        super().__setattr__(name, value * 2)
    def __delattr__(self, name):
        print('del', name)
        super().__delattr__(name)
s = S()
s.a = 4
print(s.a, s.__dict__)
del s.a
try:
    del s.a
except AttributeError as e:
    print(e)
class D:
    def __dir__(self): return ['b', 'a']
print(dir(D()), 'x' in dir(G), sorted(set(dir(g)) - set(dir(object)))[-2:])
G.__getattr__ = lambda self, name: 'new ' + name
print(g.anything)
del G.__getattr__
try:
    g.anything
except AttributeError as e:
    print(e)
class P:
    @property
    def p(self): raise AttributeError('inside')
    def __getattr__(self, name): return 'hook for ' + name
print(P().p)
