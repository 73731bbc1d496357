# types.coroutine: generators that can be awaited, and other callables
import types


@types.coroutine
def gen():
    x = yield 1
    return x


@types.coroutine
def returns_generator():
    return gen()


class Like:
    def send(self, v):
        raise StopIteration(v)

    def throw(self, *a):
        pass

    def close(self):
        pass

    def __iter__(self):
        return iter(["like"])

    __next__ = None


@types.coroutine
def plain():
    return 5


def drive(c):
    out, v = [], None
    try:
        while True:
            v = c.send(v)
            out.append(v)
    except StopIteration as e:
        return out, e.value
    except TypeError as e:
        return str(e)


async def use(x):
    return await x


for f in (gen, returns_generator, plain):
    print(f.__name__, drive(use(f())), bool(f.__code__.co_flags & 0x100))
print(types.coroutine(gen) is gen, bool(gen.__code__.co_flags & 0x20))


async def already():
    pass


print(types.coroutine(already) is already)
for bad in (5, None):
    try:
        types.coroutine(bad)
    except TypeError as e:
        print(e)


def old():
    return (yield from coro())


async def coro():
    return "from coroutine"


try:
    next(old())
except TypeError as e:
    print(e)
print(drive(types.coroutine(old)()))
