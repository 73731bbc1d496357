# Generators that are dropped: finally blocks run, exceptions in them are reported
import gc
import sys

sys.unraisablehook = lambda a: print("unraisable", a.exc_type.__name__, a.exc_value, a.err_msg.split(" <")[0])


def g(name, how="quiet"):
    try:
        yield name
    except GeneratorExit:
        print("exit", name)
        if how == "yield":
            yield "more"
        if how == "raise":
            raise ValueError(name)
        if how == "return":
            return 5
        raise
    finally:
        print("finally", name)


for how in ("quiet", "yield", "raise", "return"):
    it = g(how, how)
    next(it)
    del it
not_started = g("never")
del not_started
it = g("cycle")
cycle = [it]
next(it)
cycle.append(cycle)
del it, cycle
gc.collect()


def keeps():
    try:
        yield
    finally:
        kept.append(sys._getframe().f_generator)


kept = []
k = keeps()
next(k)
del k
print(len(kept), kept[0].gi_frame)
try:
    next(kept[0])
except StopIteration:
    print("stopped")


def loop():
    for i in range(3):
        with_value = g(i)
        for x in with_value:
            break
        yield x


print(list(loop()))
