# Locals that die when a function returns: the ResourceWarning names the caller's line, and where the file was opened.
import tracemalloc
import warnings

tracemalloc.start(2)
seen = []
warnings.showwarning = lambda message, category, filename, line, *rest: seen.append((category.__name__, line))
warnings.simplefilter("always")


def returns():
    f = open("/dev/null")
    return (1,
            2)


def ends():
    f = open("/dev/null")
    if f:
        pass


def outer():
    return [
        returns(),
        ends(),
    ]


def raises():
    f = open("/dev/null")
    raise ValueError


returns()
ends()
outer()
try:
    raises()
except ValueError:
    pass
f = open("/dev/null")
f = None
print(seen)
