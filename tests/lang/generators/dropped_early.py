# Generators that nobody goes on with: those that have nothing to clean up end quietly, others run their finally.
import gc
import weakref


class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


def plain(a, b=None):
    local = Loud("local")
    yield a
    yield local


def careful(a):
    try:
        yield a
    finally:
        print("finally")


def outer(a):
    yield from careful(a)


def cyclic(a):
    me = yield
    yield me


for step in range(2):
    for f in (plain, careful, outer):
        g = f(Loud(f.__name__))
        if step:
            next(g)
        r = weakref.ref(g)
        del g
        print(f.__name__, step, r())
g = cyclic(Loud("cycle"))
next(g)
g.send(g)
del g
gc.collect()
for i in range(3):
    plain(i), list(plain(i))
