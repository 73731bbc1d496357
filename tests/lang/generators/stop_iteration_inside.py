# StopIteration in a generator's body becomes RuntimeError (PEP 479)
def direct():
    yield 1
    raise StopIteration("direct")


def by_next():
    yield next(iter([]))


def in_expression():
    return (next(iter([])) for _ in range(1))


def caught():
    try:
        raise StopIteration(1)
    except StopIteration as e:
        yield e.value


class Sub(StopIteration):
    pass


def subclass():
    raise Sub
    yield


for f in (direct, by_next, in_expression, caught, subclass):
    try:
        print(list(f()))
    except RuntimeError as e:
        print(e, repr(e.__cause__), e.__context__ is e.__cause__, e.__suppress_context__)


def thrown():
    yield


it = thrown()
next(it)
try:
    it.throw(StopIteration("thrown in"))
except RuntimeError as e:
    print(e, repr(e.__cause__))


async def coroutine():
    raise StopIteration


async def agen():
    raise StopAsyncIteration
    yield


for c in (coroutine(), agen().__anext__()):
    try:
        c.send(None)
    except RuntimeError as e:
        print(e, repr(e.__cause__))
