# getmembers, getmembers_static, classify_class_attrs, getattr_static, getclasstree
import inspect

class Base:
    def y(self): pass
    z = property(y)
    __slots__ = ('q',)
class Derived(Base):
    @classmethod
    def c(cls): pass
    @staticmethod
    def s(): pass
    d = 5
    def __getattr__(self, name): return name + '!'

own = lambda pairs: [p for p in pairs if not p[0].startswith('__')]
print([(a.name, a.kind, a.defining_class.__name__) for a in own(inspect.classify_class_attrs(Derived))])
print([name for name, _ in own(inspect.getmembers(Derived))], own(inspect.getmembers(Derived(), inspect.isdatadescriptor)))
print([(n, type(v).__name__) for n, v in own(inspect.getmembers_static(Derived()))])
d = Derived()
d.d = 6
print(d.other, inspect.getattr_static(d, 'other', 'none'), inspect.getattr_static(d, 'd'), inspect.getattr_static(Derived, 'd'))
print(type(inspect.getattr_static(d, 'z')).__name__, type(inspect.getattr_static(Derived, 'c')).__name__,
      type(inspect.getattr_static(d, 'q')).__name__)
try:
    inspect.getattr_static(d, 'other')
except AttributeError as e:
    print(e)
print(inspect.getmro(Derived))
print(inspect.getclasstree([Derived, Base, int]))
print(inspect.getclasstree([bool, int], unique=True))
