# calls with keywords and defaults that run often, while the function they call changes
import sys


def area(width, height=2, depth=3):
    return width, height, depth


def use(*, f):
    return f(1), f(1, depth=5), f(depth=7, width=8), f(9, height=8, depth=7)


for i in range(60):
    use(f=area)
print(use(f=area))
area.__defaults__ = (20, 30)
print(use(f=area))
area.__defaults__ = None
try:
    use(f=area)
except TypeError as e:
    print(e)
area.__defaults__ = (1, 2, 3)
print(use(f=area))
area.__code__ = (lambda width, depth, height: ("new", width, depth, height)).__code__
print(use(f=area))
print(use(f=lambda *args, **kwargs: (args, kwargs)))
print(use(f=lambda width, height=0, *, depth=0: (width, height, depth)))


class Shape:
    def __init__(self, name="none", size=1):
        self.name, self.size = name, size

    def scaled(self, by, times=1):
        return self.name, self.size * by * times

    @staticmethod
    def made(name, size=4):
        return Shape(name, size=size).size

    def __call__(self, a, b=2):
        return a, b


def shapes():
    s = Shape()
    t = Shape("t")
    m = t.scaled
    return s.size, s.scaled(2), t.scaled(times=2, by=3), t.made("x"), t.made(size=5, name="y"), m(1), m(times=2, by=2), s(1)


for i in range(60):
    shapes()
print(shapes())
Shape.__init__.__defaults__ = ("changed", 10)
print(shapes())
Shape.__init__.__defaults__ = ()
try:
    shapes()
except TypeError as e:
    print(e, e.__traceback__.tb_next.tb_lineno - shapes.__code__.co_firstlineno)


class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def three(a, b, c="default"):
    del b
    return c


def order(n):
    for i in range(n):
        three(c=Loud(f"c{i}"), b=Loud(f"b{i}"), a=Loud(f"a{i}"))


def counted(a, b=None):
    return sys.getrefcount(a), sys.getrefcount(b)


o = object()
print({counted(b=o, a=o) for i in range(60)} == {counted(b=o, a=o)})
order(2)


def down(n, step=1):
    return down(n=n - step) if n else 0


def deep():
    try:
        down(n=10 ** 6)
    except RecursionError as e:
        return str(e)


print([down(n=50) for i in range(10)][0], deep())


def numbers(first, last=5):
    while first < last:
        yield first
        first += 1


print([sum(numbers(last=9, first=i)) for i in range(60)][-1], [sum(numbers(2)) for i in range(60)][-1])
events = []


def traced(n):
    for i in range(n):
        if i == n - 1:
            sys.setprofile(lambda frame, event, arg: events.append((event, frame.f_code.co_name)))
        area(1, height=2)
    sys.setprofile(None)


traced(60)
print(events)
