# Asynchronous comprehensions and generator expressions
import types


@types.coroutine
def pause(x):
    return (yield x)


async def numbers(n):
    for i in range(n):
        await pause(("tick", i))
        yield i


def drive(c):
    out = []
    try:
        while True:
            out.append(c.send(None))
    except StopIteration as e:
        return e.value, len(out)


async def all_kinds():
    a = [i async for i in numbers(3) if i]
    b = {i async for i in numbers(2)}
    c = {i: j async for i in numbers(2) for j in "x"}
    d = [(i, j) async for i in numbers(2) async for j in numbers(2)]
    e = [await pause(i) for i in range(2)]
    f = [i async for i in (j * 10 async for j in numbers(3))]
    g = [[k async for k in numbers(i)] for i in range(3)]
    return a, b, c, d, e, f, g


print(drive(all_kinds()))


async def lazy():
    g = (i async for i in numbers(2))
    h = (await pause(x) for x in [1])
    return type(g).__name__, type(h).__name__, [x async for x in g], [x async for x in h]


print(drive(lazy()))


async def errors():
    out = []
    for make in (lambda: (x async for x in 5), lambda: (x async for x in [1])):
        try:
            out.append(make())
        except TypeError as e:
            out.append(str(e))
    try:
        [x async for x in [1]]
    except TypeError as e:
        out.append(str(e))
    return out


print(drive(errors()))
for source in ("[x async for x in y]", "def f(): [x async for x in y]", "def f(): await x", "async def f(): lambda: await x",
               "async def f(): yield from x", "def f(): async with x: pass", "def f(): (await x for x in y)", "async def f():\n yield 1\n return 2"):
    try:
        compile(source, "s", "exec")
        print("compiles")
    except SyntaxError as e:
        print(e.msg)
