# compile() with PyCF_ALLOW_TOP_LEVEL_AWAIT: the code is a coroutine's.
import types
flag = 0x2000
class A:
    def __await__(self):
        yield 1
        return 2
    async def __aenter__(self): return "entered"
    async def __aexit__(self, *args): pass
    def __aiter__(self): return self
    n = 0
    async def __anext__(self):
        self.n += 1
        if self.n > 2: raise StopAsyncIteration
        return self.n


def drive(coroutine):
    sent = []
    try:
        while True: sent.append(coroutine.send(None))
    except StopIteration as e: return sent, e.value


for source in "x = await A()", "async with A() as y: pass", "z = [i async for i in A()]", "async for w in A(): pass", "v = [await A() for _ in 'ab']", "u = 1", "async def t(): pass":
    namespace = {"A": A}
    code = compile(source, "<a>", "exec", flag)
    result = eval(code, namespace)
    print(source, bool(code.co_flags & 0x80), drive(result) if isinstance(result, types.CoroutineType) else result, {k: v for k, v in namespace.items() if k in "xyzwvu"})
    try:
        compile(source, "<a>", "exec")
    except SyntaxError as e:
        print("  without:", e.msg)
