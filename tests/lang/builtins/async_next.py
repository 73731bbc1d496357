# aiter and anext, with a default and at the end.
def t(*actions):
    for f in actions:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)

import types
class A:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        self.n -= 1
        if self.n < 0: raise StopAsyncIteration
        return self.n
def run(c):
    try: c.send(None)
    except StopIteration as e: return e.value
async def main():
    a = aiter(A(2))
    print(await anext(a), await anext(a), await anext(a, 'default'))
    try: await anext(a)
    except StopAsyncIteration: print('end')
run(main())
t(lambda: aiter(5), lambda: aiter(), lambda: anext(5), lambda: anext(5, 1), lambda: anext())
class B:
    def __aiter__(self): return 5
t(lambda: aiter(B()))
async def gen():
    yield 1
async def use(): return [x async for x in gen()], await anext(gen(), 2)
print(run(use()))
