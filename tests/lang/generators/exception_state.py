# The exception that a generator handles is its own; outside, the caller's counts
import sys


def name():
    e = sys.exception()
    return type(e).__name__


def g():
    yield name()
    try:
        raise KeyError
    except KeyError:
        yield name()
        yield name()
        try:
            yield
        except OSError as e:
            yield name(), type(e.__context__).__name__
    yield name()


it = g()
print(next(it))
try:
    1 / 0
except ZeroDivisionError:
    print(next(it), name())
    try:
        [][1]
    except IndexError:
        print(next(it), name())
        next(it)
        print(it.throw(OSError), name())
    print(next(it), name())
print(name())


def reraises():
    try:
        yield
    except ValueError:
        yield
        raise


it = reraises()
next(it)
it.throw(ValueError("original"))
try:
    try:
        1 / 0
    except ZeroDivisionError:
        next(it)
except ValueError as e:
    print(e, type(e.__context__).__name__)


def context():
    try:
        raise KeyError("inner")
    except KeyError:
        yield
        raise OSError("later")


it = context()
next(it)
try:
    next(it)
except OSError as e:
    print(repr(e.__context__))
