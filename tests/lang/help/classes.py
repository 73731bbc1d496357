# help() of classes: sections by kind, what is inherited, properties, data, aliases and overridden docstrings.
class Base:
    """A base."""
    __slots__ = ()
    kind = 'base'

    def overridden(self, a):
        """What Base says."""

    def inherited(self, *rest: int) -> None:
        """Inherited."""

    @property
    def fixed(self):
        """Cannot be set."""

class Derived(Base):
    """A class
    with two lines."""
    __slots__ = ('slot',)
    limit: int = 10
    table = {'a': list(range(100))}

    def overridden(self, a): pass

    def __call__(self, x, /, y=2, *, z):
        """Calls it."""

    alias = overridden
    short = lambda self, n: n

    @classmethod
    def make(cls, *, how=None):
        """Makes one."""

    @staticmethod
    def helper(a, b=...):
        """Helps."""

    @property
    def value(self):
        """Can be set."""

    @value.setter
    def value(self, v): pass

    def _hidden(self): pass
    async def later(self): "Later."

help(Derived)
help(Derived())
help(Derived.fixed)
help(Derived.alias)
class Empty:
    __slots__ = ()
help(Empty)
