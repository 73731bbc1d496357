# While throw() and close() pass through yield from, the frames of the delegating generators are on the stack
import sys


def names():
    frame, out = sys._getframe(1), []
    while frame:
        out.append(frame.f_code.co_name)
        frame = frame.f_back
    return out


def inner():
    try:
        yield 1
    except ValueError:
        print(names())
        yield 2
    finally:
        print(names())


def middle():
    yield from inner()


def outer():
    yield from middle()


g = outer()
next(g)
g.throw(ValueError)
g.close()


class Custom:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def throw(self, *args):
        print(names(), args)
        return 5

    def close(self):
        print(names())


def custom():
    yield from Custom()


g = custom()
next(g)
print(g.throw(KeyError("k")))
g.close()


def reenter():
    yield from Reenter()


class Reenter(Custom):
    def throw(self, *args):
        try:
            g.send(None)
        except ValueError as e:
            print(e, g.gi_running)
        return 6


g = reenter()
next(g)
print(g.throw(KeyError), g.gi_running)
g.close()
