# raise: classes, instances, things that are neither, constructors that fail
class Fails(Exception):
    def __init__(self, x):
        pass


class NotOne:
    pass


class Makes5(Exception):
    def __new__(cls):
        return 5


def attempt(f):
    try:
        f()
    except BaseException as e:
        print(type(e).__name__, e)


def r(x, *cause):
    if cause:
        raise x from cause[0]
    raise x


for x in (ValueError, ValueError("v"), Fails, NotOne, NotOne(), 5, "s", None, Makes5, type, object, (ValueError,), [], KeyboardInterrupt):
    attempt(lambda: r(x))
for cause in (5, NotOne, "x", Fails, Makes5, int):
    attempt(lambda: r(ValueError("v"), cause))


def bare():
    raise


attempt(bare)
try:
    1 / 0
except ZeroDivisionError:
    attempt(bare)
    try:
        raise KeyError("k")
    except KeyError:
        attempt(bare)
    attempt(bare)


def catch(kind):
    try:
        1 / 0
    except kind:
        print("caught", kind)


for kind in (ArithmeticError, (KeyError, ZeroDivisionError), 5, "x", int, (ValueError, 5), (), [ZeroDivisionError], None):
    attempt(lambda: catch(kind))
