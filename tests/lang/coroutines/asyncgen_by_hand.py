# Async generators driven by hand: asend, athrow, aclose
import types


@types.coroutine
def pause(x):
    return (yield x)


async def g():
    try:
        x = yield 1
        print("got", x)
        await pause("waiting")
        try:
            y = yield 2
        except ValueError as e:
            print("caught", e)
            y = "recovered"
        yield y
    finally:
        print("finally")
        await pause("cleaning")


def step(awaitable, value=None):
    try:
        return "suspended", awaitable.send(value)
    except StopIteration as e:
        return "value", e.value
    except Exception as e:
        return "raised", repr(e)


a = g()
print(step(a.__anext__()))
s = a.asend("hello")
print(step(s), step(s, "resume"))
print(step(s))
print(step(a.athrow(ValueError("v"))))
c = a.aclose()
print(step(c), step(c), step(c))
print(step(a.__anext__()), step(a.asend(1)), step(a.athrow(KeyError)), step(a.aclose()))
a = g()
print(step(a.asend(5)), step(a.aclose()), step(a.__anext__()))
a = g()
step(a.__anext__())
t = a.athrow(KeyError("k"))
print(step(t), step(t))
a = g()
step(a.__anext__())
s = a.asend("x")
step(s)
print(step(a.__anext__()), step(a.aclose()), a.ag_running)
try:
    s.close()
except RuntimeError as e:
    print(e, a.ag_running)
print(a.__name__, repr(a).split(" at ")[0], type(a.__anext__()).__name__, type(a.aclose()).__name__)


async def ignores():
    try:
        yield 1
    except GeneratorExit:
        yield 2


a = ignores()
step(a.__anext__())
print(step(a.aclose()))
