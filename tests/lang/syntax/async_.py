# Coroutines without an event loop: await, async for, async with, comprehensions, generators.
class Ready:
    def __init__(self, v): self.v = v
    def __await__(self):
        got = yield self.v
        return got


class Items:
    def __init__(self, n): self.n, self.i = n, 0
    def __aiter__(self): return self
    async def __anext__(self):
        if self.i == self.n: raise StopAsyncIteration
        self.i += 1
        return self.i


class Manager:
    async def __aenter__(self): print("enter", end=" "); return "m"
    async def __aexit__(self, *e): print("exit", e[0] and e[0].__name__, end=" "); return e[0] is KeyError


async def agen(n):
    for i in range(n):
        try:
            yield await Ready(i)
        finally:
            print("step", end=" ")


async def main():
    print(await Ready("first"))
    async for i in Items(3):
        if i == 2: continue
        print("i", i, end=" ")
    else:
        print("else")
    async with Manager() as m, Manager():
        print(m)
        raise KeyError
    print([i async for i in Items(3) if i != 2], {i: await Ready(i) async for i in Items(2)})
    print([x async for x in agen(2)], [await Ready(y) for y in "ab"])
    async for i in Items(5):
        async with Manager():
            if i == 2: break
    gen = (i * 2 async for i in Items(2))
    print(type(gen).__name__, [v async for v in gen])
    return "result"


def run(coro):
    value, sent = None, []
    while True:
        try:
            value = coro.send(value)
            sent.append(value)
        except StopIteration as e:
            return e.value, sent


print(run(main()))


async def wrong():
    await 5


for f in (wrong,):
    try:
        run(f())
    except TypeError as e:
        print(e)


async def nested():
    return [[await Ready(x) for x in range(y)] for y in range(3)]


print(run(nested()))
print(main.__code__.co_flags & 0x80, agen.__code__.co_flags & 0x200)
