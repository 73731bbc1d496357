# Coroutines driven by hand: send, throw, close, return values, reuse
import types


@types.coroutine
def wait(x):
    r = yield x
    return r


async def inner(n):
    a = await wait(("inner", n))
    try:
        b = await wait("second")
    except ValueError as e:
        b = "caught " + str(e)
    return a, b


async def outer():
    r = await inner(1)
    return "outer", r


c = outer()
print(c.send(None), c.send("A"), c.cr_await is not None)
try:
    c.throw(ValueError("v"))
except StopIteration as e:
    print(e.value)
for f in (lambda: c.send(None), lambda: c.throw(KeyError), lambda: c.close()):
    try:
        print(f())
    except RuntimeError as e:
        print(e)
c = outer()
try:
    c.send(1)
except TypeError as e:
    print(e)
print(c.close())
c = outer()
c.send(None)
print(c.cr_running, c.cr_suspended, c.cr_frame.f_code.co_name, c.close(), c.cr_frame)
for f in (lambda: iter(outer.__code__), lambda: next(c), lambda: list(c), lambda: [*c]):
    try:
        f()
    except TypeError as e:
        print(e)
w = c.__await__()
print(type(w).__name__, iter(w) is w)
try:
    w.send(None)
except RuntimeError as e:
    print(e)
print(repr(c).split(" at ")[0], c.__name__, c.__qualname__)
