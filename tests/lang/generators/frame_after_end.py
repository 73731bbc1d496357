# The frame of a generator outlives it with its locals, however the generator ends
import sys


def numbers():
    a = 42
    yield sys._getframe()


def locals_of(end):
    g = numbers()
    frame = next(g)
    end(g)
    del g
    print(frame.f_locals, frame.f_generator if hasattr(frame, "f_generator") else None)


locals_of(lambda g: None)
locals_of(lambda g: g.close())
locals_of(lambda g: list(g))


def proxy():
    def g():
        b = 1
        yield sys._getframe().f_locals
    return next(g())


print(sorted(proxy()))

frames = []


def finishing():
    try:
        yield 1
    finally:
        frames.append(sys._getframe())


g = finishing()
next(g)
del g
print(frames[0].f_locals, frames[0].f_back is None)
