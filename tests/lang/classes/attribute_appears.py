# An attribute that was looked for in vain is found when it appears later: in the object, its dict, its class, a base.
class Base:
    pass


class Plain(Base):
    def __init__(self):
        self.x = 1


def look(o):
    return getattr(o, 'y', None), hasattr(o, 'y')


first, second, third = Plain(), Plain(), Plain()
print([look(o) for o in (first, second, third) for _ in range(3)][-1])
first.y = 2
print(look(first), look(second))
second.__dict__['y'] = 3
print(look(first), look(second), look(third))
Base.y = 4
print(look(first), look(second), look(third))
del Base.y
print(look(third), third.__dict__, look(third))
Plain.__getattr__ = lambda self, name: name * 2
print(look(third))
name = ''.join(['y', 'z'])
print(getattr(first, name, 0))


class Meta(type):
    @property
    def kind(cls):
        return 'of the metaclass'


class Made(metaclass=Meta):
    kind = 'of the class'


class Usual:
    kind = 'plain'
    __name__ = 'hidden'
    mro = 5
    _ = 6


print(Made.kind, Made().kind, Usual.kind, Usual.__name__, Usual().__name__, Usual.mro, Usual._)
Usual.kind = 'changed'
print(Usual.kind)
