# yield, await, async for, async with and return where they may not stand.
for source in ["yield", "yield from x", "await x", "async with x: pass", "async for x in y: pass", "class A: yield", "class A: await x", "def f(): await x", "def f(): async with x: pass", "def f():\n async for x in y: pass", "lambda: await x", "async def f(): lambda: await x", "async def f(): yield from x",
               "async def f():\n yield\n return 1", "async def f():\n return 1\n yield", "async def f():\n return\n yield", "def f():\n return 1\n yield", "[(yield) for x in y]", "def f(): [(yield x) for x in y]", "def f(): {(yield x) for x in y}", "def f(): ((yield x) for x in y)", "def f(): [x for x in (yield)]",
               "async def f(): [x async for x in y]", "def f(): [x async for x in y]", "def f(): (x async for x in y)", "[x async for x in y]", "async def f(): [await x for x in y]", "async def f(): [[x async for x in y] for z in w]", "def f(): [await x for x in y]", "async def f():\n class A: [x async for x in y]", "async def f():\n def g(): await x",
               "return", "class A: return", "def f(x=(yield)): pass", "def f():\n def g(x=(yield)): pass", "@(yield)\ndef f(): pass", "class A((yield)): pass", "def f(x: (yield)): pass", "def f() -> (await x): pass", "async def f(): x: (await y)", "type A = (yield)", "async def f():\n await", "async def f(): await await x", "async def f(): await -x",
               "async def f(): await x ** 2", "async def f(): -await x", "async def f(): await x.y(z)[0]", "async def f(): return await x", "async def f(): await lambda: x", "async def f(): not await x", "async def f(): await yield x", "async def f(): await (yield x)", "async def f(): yield await x", "async def f(): f'{await x}'", "f'{await x}'", "f'{(yield)}'",
               "async lambda: x", "async def f(): async x", "async class A: pass", "async for", "await = 1", "def async(): pass"]:
    try:
        compile(source, "f", "exec")
        print(repr(source), "fine")
    except SyntaxError as e:
        print(repr(source), e.msg, e.lineno, e.offset, e.end_offset)
