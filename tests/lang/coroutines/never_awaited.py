# A coroutine that nobody awaited: a RuntimeWarning when it dies
import gc
import warnings

warnings.simplefilter("always")
warnings.showwarning = lambda message, category, *rest: print(category.__name__, message)


async def f():
    pass


class C:
    async def m(self):
        pass


f()
C().m()
c = f()
c.close()
del c
c = f()
try:
    c.send(None)
except StopIteration:
    print("ran")
del c
c = f()
try:
    c.throw(ValueError("x"))
except ValueError:
    print("thrown")
del c
cycle = [f()]
cycle.append(cycle)
del cycle
gc.collect()
c = f()
c.__qualname__ = "renamed"
del c
warnings.simplefilter("error")
import sys
sys.unraisablehook = lambda a: print(a.exc_type.__name__, a.exc_value, a.err_msg and a.err_msg.split(" <")[0])
f()
