# __del__: when, resurrection, exceptions in it; slots and attributes die with the object.
class D:
    def __init__(self, name): self.name = name
    def __del__(self): print('del', self.name)
d = D('one'); d = None
d = D('two'); del d
def f():
    x = D('local'); y = D('other')
f()
class Holder:
    __slots__ = ('a', 'b')
h = Holder(); h.a = D('slot a'); h.b = D('slot b'); h = None
class Plain: pass
p = Plain(); p.k = D('attr k'); p.m = D('attr m'); p = None
saved = []
class Phoenix:
    def __del__(self):
        print('rising'); saved.append(self)
x = Phoenix(); x.data = 5; del x
print(saved[0].data); saved.clear(); print('gone')
class L(list):
    def __del__(self): print('list dies with', len(self))
l = L([1, 2]); del l
class Base:
    def __del__(self): print('base')
class Derived(Base):
    def __del__(self): print('derived'); super().__del__()
Derived()
class Late: pass
o = Late(); Late.__del__ = lambda self: print('late'); del o
class Swap:
    def __del__(self): print('swap', type(self).__name__)
class Other:
    def __del__(self): print('other')
s = Swap(); s.__class__ = Other; del s
D('three').name = 'changed'
try:
    raise KeyError('kept') if D('in flight') else None
except KeyError as e:
    print(repr(e))
