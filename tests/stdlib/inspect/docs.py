# getdoc: inherited by methods, properties and classes
import inspect

class Base:
    """The base."""
    def m(self):
        """Of m."""
    @property
    def p(self):
        """Of p."""
    @classmethod
    def c(cls):
        """Of c."""
    @staticmethod
    def s():
        """Of s."""
class Derived(Base):
    def m(self): pass
    @property
    def p(self): pass
    @classmethod
    def c(cls): pass
    @staticmethod
    def s(): pass
    def own(self): pass
class WithSlots:
    __slots__ = {'a': 'Of slot a.'}

for o in Derived, Derived.m, Derived().m, Derived.p, Derived.c, Derived.s, Derived.own, WithSlots.a:
    print(inspect.getdoc(o))
print(inspect.getdoc(inspect.unwrap), sep='') if inspect.getdoc(inspect.unwrap) is None else print('text')
