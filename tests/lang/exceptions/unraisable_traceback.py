# An exception that C code raised while an object died is shown with the place where that happened
import sys


def hook(args):
    tb, lines = args.exc_traceback, []
    while tb:
        lines.append(tb.tb_lineno)
        tb = tb.tb_next
    print(type(args.exc_value).__name__, args.exc_value, lines, args.err_msg and args.err_msg.split(" <")[0])


sys.unraisablehook = hook


def stubborn():
    try:
        yield
    except GeneratorExit:
        yield


x = stubborn()
next(x)
del x


def failing():
    try:
        yield
    finally:
        1 / 0


def drop():
    x = failing()
    next(x)


drop()


class Broken:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def __getattr__(self, name):
        1 / 0


def delegates():
    yield from Broken()


x = delegates()
next(x)
x.close()
