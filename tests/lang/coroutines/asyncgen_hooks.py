# sys.set_asyncgen_hooks: an event loop hears of async generators when they start and when they are dropped
import sys


async def g():
    yield 1
    yield 2


def step(awaitable):
    try:
        awaitable.send(None)
    except StopIteration as e:
        return e.value


def first(x):
    print("first", x.__name__)


def finalizer(x):
    print("finalizer", x.__name__)
    step(x.aclose())


hooks = sys.get_asyncgen_hooks()
print(hooks, type(hooks).__name__, len(hooks))
sys.set_asyncgen_hooks(first, finalizer)
print(sys.get_asyncgen_hooks() == (first, finalizer), sys.get_asyncgen_hooks().firstiter is first)
x = g()
print(step(x.__anext__()), step(x.__anext__()))
del x
y = g()
step(y.__anext__())
sys.set_asyncgen_hooks(firstiter=None)
print(sys.get_asyncgen_hooks()[0], sys.get_asyncgen_hooks()[1] is finalizer)
z = g()
sys.set_asyncgen_hooks(finalizer=None)
print(step(z.__anext__()))
del y, z
for bad in ({"firstiter": 1}, {"finalizer": "x"}):
    try:
        sys.set_asyncgen_hooks(**bad)
    except TypeError as e:
        print(e)
try:
    type(hooks)((1, 2))
except TypeError as e:
    print(e)


def refuses(x):
    raise KeyError("no")


sys.set_asyncgen_hooks(refuses)
try:
    g().__anext__()
except KeyError as e:
    print(repr(e))
