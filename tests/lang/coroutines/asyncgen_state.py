# One awaitable of an async generator at a time; used ones cannot be used again
import types
import warnings

warnings.simplefilter("ignore")


@types.coroutine
def pause(x):
    yield x


async def g():
    await pause(1)
    yield "a"
    await pause(2)
    yield "b"


def attempt(f):
    try:
        return "ok", f()
    except StopIteration as e:
        return "stop", e.value
    except BaseException as e:
        return type(e).__name__, str(e)


a = g()
first, second = a.__anext__(), a.asend(None)
print(attempt(lambda: first.send(None)), a.ag_running, a.ag_await is not None)
for other in (second, a.athrow(ValueError), a.aclose(), a.__anext__()):
    print(attempt(lambda: other.send(None)), attempt(lambda: other.send(None)))
print(attempt(lambda: first.send(None)), a.ag_running, attempt(lambda: first.send(None)))
print(attempt(lambda: first.throw(KeyError)), first.close())
fresh = a.__anext__()
print(attempt(lambda: fresh.throw(ValueError("into"))))
a = g()
fresh = a.asend(None)
print(attempt(lambda: fresh.throw(ValueError("before"))), attempt(lambda: fresh.send(None)))
print(attempt(lambda: a.__anext__().send(None)))
a = g()
s = a.aclose()
print(attempt(lambda: s.throw(ValueError("c"))), attempt(lambda: s.close()))
a = g()
t = a.athrow(KeyError("t"))
print(attempt(lambda: t.send(5)), attempt(lambda: t.send(None)))
for f in (lambda: iter(a), lambda: next(a), lambda: a.send(1), lambda: iter(a.__anext__()) is not None, lambda: a.__aiter__() is a,
          lambda: aiter(a) is a, lambda: a.asend(), lambda: a.aclose(1)):
    print(attempt(f))
