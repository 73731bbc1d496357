# Trace events of generators and coroutines: each step is a call, each yield a return.
import sys

log = []


def trace(frame, event, arg):
    line = frame.f_lineno - frame.f_code.co_firstlineno
    log.append((event, frame.f_code.co_name, line, arg[0] if event == "exception" else arg))
    return trace


def numbers():
    x = yield 1
    yield x
    y = yield
    return x


async def coroutine(): return 4


g = numbers()
c = coroutine()
sys.settrace(trace)
next(g)
g.send(5)
next(g)
try:
    g.throw(KeyError)
except KeyError:
    sys.settrace(None)
sys.settrace(trace)
try:
    c.send(None)
except StopIteration as e:
    sys.settrace(None)
print(*log, sep="\n")
