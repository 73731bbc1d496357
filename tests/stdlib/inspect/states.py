# States and local variables of generators, coroutines and asynchronous generators
import inspect
import types

def gen():
    a = 1
    print(inspect.getgeneratorstate(g))
    yield a
    b = 2
    yield b
g = gen()
print(inspect.getgeneratorstate(g), dict(inspect.getgeneratorlocals(g)))
next(g)
print(inspect.getgeneratorstate(g), dict(inspect.getgeneratorlocals(g)))
next(g)
print(dict(inspect.getgeneratorlocals(g)))
g.close()
print(inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g))

@types.coroutine
def pause(): yield 'paused'
async def coro(x):
    await pause()
c = coro(5)
print(inspect.getcoroutinestate(c), dict(inspect.getcoroutinelocals(c)))
print(c.send(None), inspect.getcoroutinestate(c))
c.close()
print(inspect.getcoroutinestate(c), inspect.getcoroutinelocals(c), inspect.isawaitable(c))

async def agen(y):
    yield y
a = agen(1)
print(inspect.getasyncgenstate(a), dict(inspect.getasyncgenlocals(a)))
try:
    a.asend(None).send(None)
except StopIteration as e:
    print(e.value, inspect.getasyncgenstate(a))
try:
    a.aclose().send(None)
except StopIteration:
    print(inspect.getasyncgenstate(a))
for f in inspect.getgeneratorlocals, inspect.getasyncgenlocals:
    try:
        f(3)
    except TypeError as e:
        print(e)
