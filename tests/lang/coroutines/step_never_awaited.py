# asend(), athrow(), aclose() and __anext__() complain when nobody awaits them
import warnings

warnings.simplefilter("always")
warnings.showwarning = lambda message, category, *rest: print(category.__name__, message)


class C:
    async def numbers(self):
        yield 1


def forget(make):
    g = C().numbers()
    step = make(g)
    del step
    print("-")


forget(lambda g: g.asend(None))
forget(lambda g: g.athrow(ValueError))
forget(lambda g: g.aclose())
forget(lambda g: g.__anext__())
forget(lambda g: anext(g))

step = C().numbers().__anext__()
step.close()
del step
step = C().numbers().asend(1)
try:
    step.send(1)
except TypeError as e:
    print(e)
del step
step = C().numbers().athrow(None)
try:
    step.send(None)
except TypeError as e:
    print(e)
