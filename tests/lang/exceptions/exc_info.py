# sys.exc_info() and sys.exception() follow the handlers, through calls and generators
import sys


def current():
    e = sys.exception()
    return repr(e), sys.exc_info()[0] is (type(e) if e else None), sys.exc_info()[1] is e


print(current())
try:
    1 / 0
except ZeroDivisionError:
    print(current())
    try:
        [][0]
    except IndexError:
        print(current())
    print(current())

    def inner():
        try:
            {}["k"]
        except KeyError:
            pass
        return current()
    print(inner())
print(current())


def gen():
    print("gen", current())
    try:
        raise OSError("o")
    except OSError:
        yield current()
        print("again", current())
        yield 1
    print("after", current())


g = gen()
try:
    raise ValueError("outer")
except ValueError:
    print(next(g))
    print(current())
try:
    raise TypeError("other")
except TypeError:
    next(g)
    print(current())
list(g)
print(current())
try:
    try:
        1 / 0
    finally:
        print(current())
except ZeroDivisionError:
    pass
for i in range(2):
    try:
        raise KeyError(i)
    except KeyError:
        continue
print(current())
