# aiter() and anext(), with and without a default
class It:
    def __init__(self, items):
        self.items = list(items)

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.items:
            raise StopAsyncIteration
        return self.items.pop(0)


def run(awaitable):
    try:
        it = awaitable.__await__()
        while True:
            next(it)
    except StopIteration as e:
        return e.value
    except BaseException as e:
        return repr(e)


it = It("ab")
print(aiter(it) is it, run(anext(it)), run(anext(it, "default")), run(anext(it, "default")), run(anext(it)))


async def g():
    yield 1


a = g()
print(run(anext(a)), run(anext(a, "end")), run(anext(a, None)))


class Bad:
    def __aiter__(self):
        return 5

    def __anext__(self):
        return 5


for f in (lambda: aiter(5), lambda: aiter(Bad()), lambda: anext(5), lambda: anext(5, 6), lambda: run(anext(Bad(), 1)), lambda: aiter(), lambda: anext(),
          lambda: aiter(1, 2), lambda: anext(1, 2, 3)):
    try:
        print(f())
    except TypeError as e:
        print(e)


class Raises(It):
    async def __anext__(self):
        raise KeyError("k")


print(run(anext(Raises(""), 1)))


async def use():
    return [await anext(x) for x in (It("p"), It("q"))], [await anext(It(""), d) for d in "rs"]


print(run(use()))
