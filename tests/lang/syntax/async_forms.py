# async: await, async for, async with, comprehensions, generators; and where they are used wrongly.
class Step:
    def __init__(self, v): self.v = v
    def __await__(self): return (yield self.v)
class Aiter:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        if not self.n: raise StopAsyncIteration
        self.n -= 1
        return self.n
class Man:
    async def __aenter__(self): return await Step("enter")
    async def __aexit__(self, *a): await Step("exit"); return a[0] is KeyError
async def agen():
    x = yield 1
    await Step("in agen")
    yield x
async def main():
    print(await Step("a"), -await Step("b") ** 2, [await Step(i) for i in "cd"], [x async for x in Aiter(2)], {x: await Step("e") async for x in Aiter(1) if await Step("f")})
    async for x in Aiter(2): print(x)
    else: print("else")
    async with Man() as m, Man(): print(m); raise KeyError
    g = agen()
    print(await g.__anext__(), await g.asend("sent"), [y async for y in agen()], [z async for z in (await Step(w) for w in "gh")])
    return (lambda: 1)()
c = main()
trace, value = [], None
try:
    while True:
        value = c.send(value) if not trace else c.send(len(trace))
        trace.append(value)
except StopIteration as e: print(trace, e.value)
async def bad(f): await f()
for f in (lambda: 1), (lambda: (yield)), (lambda: type("A", (), {"__await__": lambda s: 1})()):
    try: bad(f).send(None)
    except TypeError as e: print(e)
async def bad_for(x):
    async for _ in x: pass
for x in [], type("A", (), {"__aiter__": lambda s: 1})(), type("A", (), {"__aiter__": lambda s: s, "__anext__": lambda s: 1})():
    try: bad_for(x).send(None)
    except TypeError as e: print(e)
