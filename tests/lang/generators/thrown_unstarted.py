# What is thrown into generators and coroutines before their first step comes out as it is.
def g():
    yield 1
for e in (StopIteration, StopIteration(3), GeneratorExit, ValueError):
    it = g()
    try: it.throw(e)
    except BaseException as x: print(type(x).__name__, x.args, x.__cause__)
    print(next(it, 'done'))
async def c(): pass
co = c()
try: co.throw(StopIteration(1))
except BaseException as x: print(type(x).__name__, x.args)
async def ag(): yield
a = ag()
try: a.athrow(StopAsyncIteration).send(None)
except BaseException as x: print(type(x).__name__, x.args)
