# __slots__: fields, inheritance, mangling, what is refused.
class P:
    __slots__ = ('x', 'y')
    def __init__(self, x, y):
        self.x, self.y = x, y
p = P(1, 2)
print(p.x, p.y, hasattr(p, '__dict__'), P.x, sorted(k for k in P.__dict__ if not k.startswith('__')))
del p.x
print(hasattr(p, 'x'))

class Q(P):
    pass
q = Q(3, 4)
q.z = 5
print(q.__dict__, q.x, q.y)

class R(P):
    __slots__ = '__private', 'z'
    def set(self): self.__private = 9
r = R(1, 2)
r.set()
print(r._R__private, R.__slots__)

class D:
    __slots__ = {'a': 'doc of a', '__dict__': ''}
d = D()
d.a = 1
d.b = 2
print(d.__dict__, d.a)

def refuse(*args):
    try:
        type(*args)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)

refuse('C', (), {'__slots__': 1})
refuse('C', (), {'__slots__': (1,)})
refuse('C', (), {'__slots__': ('1',)})
refuse('C', (), {'__slots__': ('x',), 'x': 1})
refuse('C', (Q,), {'__slots__': ('__dict__',)})
refuse('C', (Q,), {'__slots__': ('__weakref__',)})
refuse('C', (), {'__slots__': ('__dict__', '__dict__')})
refuse('C', (tuple,), {'__slots__': ('a',)})
refuse('C', (int,), {'__slots__': ('a',)})
refuse('C', (P, R, type('T', (), {'__slots__': ('t',)})), {})
refuse('C', (P, type('T', (), {'__slots__': ('t',)})), {})
