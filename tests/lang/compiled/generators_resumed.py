# Compiled generators that compiled loops resume: changes of who runs them, frames, tracing and closing in between
import sys


def count(n):
    try:
        for i in range(n):
            yield i
    finally:
        print("closed")


def chain(n):
    result = yield from count(n)
    return result


def consume(it, at, action):
    total = 0
    for x in it:
        if x == at:
            action(it)
        total += x
    return total


print(consume(chain(700), -1, None))
print(consume(chain(700), 600, lambda g: g.close()))
print(consume(chain(700), 600, lambda g: next(g)))
print(consume(chain(700), 600, lambda g: print(g.gi_running, g.gi_frame.f_lineno, g.gi_yieldfrom.__name__)))
try:
    consume(chain(700), 600, lambda g: g.throw(KeyError("k")))
except KeyError as e:
    print(repr(e))

events = []


def tracer(frame, event, arg):
    if frame.f_code.co_name == "traced":
        events.append((event, frame.f_lineno - frame.f_code.co_firstlineno, arg))
    return tracer


def traced(n):
    for i in range(n):
        if i == n - 3:
            sys.settrace(tracer)
            sys._getframe().f_trace = tracer
        if i == n - 1:
            sys.settrace(None)
        yield i


print(consume(traced(600), -1, None), len(events) > 0)


def interleaved(a, b):
    for x in a:
        yield x
        for y in b:
            yield y
            break


shared = iter(count(900))
print(sum(interleaved(shared, shared)))


def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)


print(sum(tree(9)), len(list(tree(9))))


def deep(n):
    yield n
    yield from deep(n + 1)


try:
    for x in deep(0):
        pass
except RecursionError as e:
    print("too deep", x > 100)


def handling():
    for i in range(500):
        try:
            raise ValueError(i)
        except ValueError:
            yield sys.exception().args[0]


print(sum(handling()), sys.exception())
