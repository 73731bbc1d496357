# An error in a callback is reported, and the collection goes on.
import gc
import sys

gc.disable()


def bad(phase, info):
    raise ValueError(phase)


def hook(args):
    print(args.exc_type.__name__, args.exc_value, args.object is bad)


sys.unraisablehook = hook
gc.callbacks.append(bad)
gc.collect()
gc.callbacks.clear()
print("done")
