# __del__ runs once, even when it resurrects its object; weak references are cleared before
import gc
import weakref

kept = []


class R:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)
        kept.append(self)


r = R("a")
w = weakref.ref(r, lambda ref: print("callback"))
del r
print(len(kept), w() is None, kept[0].name)
kept.clear()
print("gone quietly")

x, y = R("x"), R("y")
x.other, y.other = y, x
del x, y
gc.collect()
print(sorted(o.name for o in kept))
kept.clear()
gc.collect()
print(len(kept))


class Raises:
    def __del__(self):
        raise ValueError("ignored")


import sys
sys.unraisablehook = lambda a: print(a.exc_type.__name__, a.exc_value, a.err_msg.split(" <")[0])
Raises()
r = Raises()
r.self = r
del r
gc.collect()


class NotCallable:
    __del__ = 5


NotCallable()


class Late:
    pass


late = Late()
Late.__del__ = lambda self: print("late")
del late
late = Late()
late.__del__ = lambda: print("never")
del late
