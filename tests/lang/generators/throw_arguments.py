# What throw() accepts, and what becomes of it when the exception cannot be made
import warnings

warnings.simplefilter("always")
warnings.showwarning = lambda message, category, *rest: print(category.__name__, message)


def g():
    while True:
        try:
            yield
        except BaseException as e:
            print("inside:", type(e).__name__, e, e.__traceback__ is not None)


class Weird(Exception):
    def __new__(cls, *args):
        return 5


class Fails(Exception):
    def __init__(self):
        raise OSError("no")


x = g()
next(x)
for args in ((ValueError,), (ValueError(1),), (ValueError, 2), (ValueError, (3, 4)), (ValueError, ValueError(5)),
             (ValueError, None, None), (Weird,), (Fails,)):
    x.throw(*args)
for args in ((5,), (int,), (ValueError(1), 2), (ValueError, 1, 2), (None,), ()):
    try:
        x.throw(*args)
    except TypeError as e:
        print("outside:", e)
try:
    x.throw(ValueError, value=1)
except TypeError as e:
    print("outside:", e)
