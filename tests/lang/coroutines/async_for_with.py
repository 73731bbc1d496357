# async for and async with: the methods, their order, else, break, suppression
import types


@types.coroutine
def pause(x):
    return (yield x)


class Count:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.n:
            raise StopAsyncIteration
        self.n -= 1
        return await pause(("next", self.n))


class Manager:
    def __init__(self, suppress):
        self.suppress = suppress

    async def __aenter__(self):
        return await pause("enter")

    async def __aexit__(self, kind, value, tb):
        print("exit", kind and kind.__name__)
        await pause("exit")
        return self.suppress


def drive(c):
    value = None
    while True:
        try:
            value = c.send(value)
            print("yielded", value)
        except StopIteration as e:
            print("returned", e.value)
            return
        except Exception as e:
            print("raised", repr(e))
            return


async def loops():
    async for x in Count(2):
        print("item", x)
    else:
        print("else")
    async for x in Count(3):
        break
    else:
        print("never")
    return [x async for x in Count(2)], {x: 1 async for x in Count(1)}, [y for y in [1] if await pause("if")]


async def managers(suppress):
    async with Manager(suppress) as a, Manager(False) as b:
        print(a, b)
        raise ValueError("body")
    return "after"


async def leaves():
    for i in range(2):
        async with Manager(False):
            if i:
                return "return"
            continue


drive(loops())
drive(managers(True))
drive(managers(False))
drive(leaves())
