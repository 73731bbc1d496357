# frame.clear(): ends a generator that was not started, is refused for a suspended or running one
import sys


class Loud:
    def __del__(self):
        print("gone")


def g(x):
    yield sys._getframe().clear


new = g(Loud())
new.gi_frame.clear()
print(new.gi_frame, list(new))

suspended = g(Loud())
next(suspended)
frame = suspended.gi_frame
try:
    frame.clear()
except RuntimeError as e:
    print(e)
suspended.close()
frame.clear()
print(frame.f_locals)


def running():
    try:
        sys._getframe().clear()
    except RuntimeError as e:
        print(e)


running()


async def c():
    pass


import warnings
warnings.simplefilter("always")
warnings.showwarning = lambda message, category, *rest: print(category.__name__, message)
c().cr_frame.clear()
