# property: accessors, texts of errors, doc, names, subclasses.
class P:
    @property
    def x(self):
        "doc of x"
        return self._x
    @x.setter
    def x(self, value): self._x = value
    @x.deleter
    def x(self): del self._x
    y = property()
    z = property(None, lambda s, v: None, doc='zdoc')
    r = property(lambda s: 'r')
p = P()
p.x = 3
print(p.x, P.x.__doc__, P.x.__name__, P.z.__doc__, p.r)
del p.x
for f in (lambda: p.x, lambda: p.y, lambda: p.z, lambda: setattr(p, 'r', 1), lambda: delattr(p, 'r'),
          lambda: property().__set__(1, 2), lambda: property().__name__, lambda: property().__set_name__(1),
          lambda: setattr(P.x, 'fget', 1), lambda: property(1, 2, 3, 4, 5), lambda: property(foo=1)):
    try:
        print(f())
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)

class Sub(property):
    pass
def getter(self):
    "from the getter"
s = Sub(getter)
print(s.__doc__, s.__dict__, type(s.setter(None)).__name__)
class Q(P):
    x = P.x.getter(lambda self: 'overridden')
print(Q().x, Q.x.__isabstractmethod__, property(doc='a').__doc__)
