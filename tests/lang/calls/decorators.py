# Decorators: order of evaluation and of application; any expression will do
def deco(name):
    print("make", name)

    def apply(f):
        print("apply", name, getattr(f, "__name__", f))
        return f
    return apply


@deco("a")
@deco("b")
def f():
    return 1


@deco("class")
class C:
    @deco("method")
    def m(self):
        pass

    @staticmethod
    @deco("static")
    def s():
        pass


decorators = [deco("x"), deco("y")]


@decorators[1]
@(lambda f: (f.__name__, "pair"))
def g():
    pass


print(g[1])


@(lambda f: print(f.__name__))
def h():
    pass


print(h)
try:
    @5
    def k():
        pass
except TypeError as e:
    print(e)


@lambda f: f.__name__
def named():
    pass


print(named)


class Count:
    def __init__(self, f):
        self.f, self.n = f, 0

    def __call__(self, *args):
        self.n += 1
        return self.f(*args)


@Count
def counted(x):
    return x * 2


print(counted(4), counted(5), counted.n)
