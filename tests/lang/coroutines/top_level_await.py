# Code that may await at its top level: only there, not in the functions and classes of it. And join() holds its bytearray.
FLAG = 0x2000
for source in ("await x", "async for i in x: pass", "async with x: pass", "[i async for i in x]", "[await i for i in x]",
               "[[await j for j in i] for i in x]", "(await i for i in x)", "def f(): await x", "lambda: await x",
               "class A: await x", "def f():\n async with x: pass", "lambda: [await i for i in x]",
               "class A: [i async for i in x]", "def f():\n return [i async for i in x]", "type T = [await i for i in x]",
               "async def f[T=[await i for i in x]](): pass", "async def f():\n def g(): await x",
               "class A:\n def f(self, x=[await i for i in x]): pass", "def f(a=await x): pass", "class A(await x): pass"):
    for flags in (0, FLAG):
        try:
            code = compile(source, "f", "exec", flags)
            print("fine", code.co_flags & 0x2a0, end="  ")
        except SyntaxError as e:
            print(e.msg, e.lineno, e.offset, end="  ")
    print(repr(source))

comma = bytearray(b",")


def items():
    comma.clear()
    yield b"a"


try:
    comma.join(items())
except BufferError as e:
    print(e)
comma.clear()
