# An error in a callback goes to sys.unraisablehook.
import sys
import weakref


class A:
    pass


def bad(ref):
    raise KeyError("x")


sys.unraisablehook = lambda args: print(args.exc_type.__name__, args.exc_value, args.object is bad)
a = A()
r = weakref.ref(a, bad)
del a
print(r())
