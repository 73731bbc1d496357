# Attribute names may be of subclasses of str, also where values of instances are inline.
class Foo:
    def __init__(self, msg): self.msg = msg
f = Foo('123')
class S(str): pass
print(getattr(f, S('msg')), f.__dict__[S('msg')], hasattr(f, S('msg')), hasattr(f, S('x')))
g = Foo('5'); print(getattr(g, S('msg'))); setattr(g, S('msg'), 6); print(g.msg); setattr(g, S('neu'), 7); print(g.neu, vars(g)); delattr(g, S('msg')); print(vars(g))
class Sl: __slots__ = 'a'
s = Sl(); setattr(s, S('a'), 1); print(s.a, getattr(s, S('a')))
print(getattr(Foo, S('__init__')) is Foo.__init__)
