# yield from through many levels: values, send, throw and the traceback pass all of them.
import sys
import traceback


def level(n):
    if n:
        return (yield from level(n - 1)) + 1
    got = yield "first"
    try:
        yield got
    except KeyError as e:
        yield f"caught {e}"
    yield 1 // got
    return 0


g = level(300)
print(next(g), g.send(0), g.throw(KeyError("k")))
try:
    next(g)
except ZeroDivisionError as e:
    print(len(traceback.extract_tb(e.__traceback__)))
print(g.gi_frame, g.gi_yieldfrom)


def collect(n):
    result = yield from level(n)
    yield result


g = collect(50)
print(next(g), g.send(1), next(g), next(g), list(g))
g = level(5)
next(g)
print(g.gi_yieldfrom.gi_yieldfrom.__name__, g.close())


def endless():
    yield from endless()


try:
    next(endless())
except RecursionError as e:
    print(type(e).__name__)


async def chain(n):
    return await chain(n - 1) + 1 if n else 0


try:
    chain(100).send(None)
except StopIteration as e:
    print(e.value)
