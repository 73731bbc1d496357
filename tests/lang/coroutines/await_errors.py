# What can be awaited, and what the errors say
import types


class Await:
    def __init__(self, result):
        self.result = result

    def __await__(self):
        return self.result


async def a(x):
    return await x


async def nothing():
    return 5


def plain():
    yield 1


def run(c):
    try:
        return c.send(None)
    except StopIteration as e:
        return "returned", e.value
    except (TypeError, RuntimeError) as e:
        return type(e).__name__, str(e)


coroutine = nothing()
for x in (5, None, plain(), Await(iter([7])), Await(5), Await([1]), Await(None), Await(coroutine), Await(plain()), nothing(), len, nothing,
          types.coroutine(plain)(), Await("ab")):
    print(run(a(x)))
coroutine.close()
c = nothing()
print(run(a(c)), run(a(c)))


async def twice():
    shared = waits()
    other.append(a(shared))
    return await shared


@types.coroutine
def pause():
    yield "pause"


async def waits():
    await pause()


other = []
t = twice()
print(run(t), run(other[0]))
t.close()
for name in ("__aenter__", "__aexit__"):
    class CM:
        async def __aenter__(self):
            pass

        async def __aexit__(self, *args):
            pass
    setattr(CM, name, lambda self, *args: 5)

    async def use():
        async with CM():
            pass
    print(run(use()))


async def loop(x):
    async for y in x:
        pass


class NoNext:
    def __aiter__(self):
        return 5


class BadNext:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 5


class CoroutineAiter:
    async def __aiter__(self):
        return self


for x in (5, [1], NoNext(), BadNext(), CoroutineAiter()):
    print(run(loop(x)))
