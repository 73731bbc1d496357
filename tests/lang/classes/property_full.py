# property: getter, setter, deleter, doc, and the names in its errors
class C:
    def __init__(self):
        self._x = 1

    @property
    def x(self):
        "the doc"
        return self._x

    @x.setter
    def x(self, value):
        self._x = value

    @x.deleter
    def x(self):
        del self._x

    @property
    def ro(self):
        return 5

    wo = property(None, lambda self, v: print("set", v))
    nothing = property()


c = C()
c.x = 10
print(c.x, C.x.__doc__, C.x.__name__, C.ro.__name__, C.x.fget.__name__)
del c.x
for action in (lambda: c.x, lambda: setattr(c, "ro", 1), lambda: delattr(c, "ro"), lambda: c.wo, lambda: c.nothing,
               lambda: setattr(c, "nothing", 1), lambda: C.wo.__get__(c), lambda: C.ro.__set__(c, 1)):
    try:
        print(action())
    except AttributeError as e:
        print(e)
c.wo = 3
anonymous = property()
for action in (lambda: anonymous.__get__(c), lambda: anonymous.__set__(c, 1), lambda: anonymous.__delete__(c)):
    try:
        action()
    except AttributeError as e:
        print(e)
