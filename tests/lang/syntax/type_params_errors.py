# Type parameters that are wrong.
for source in ["def f[](): pass", "class A[]: pass", "type A[] = 1", "def f[T, T](): pass", "class A[T, *T]: pass", "def f[T=1, U](): pass", "def f[1](): pass", "def f[T: int: str](): pass", "def f[*T: int](): pass", "def f[**P: int](): pass",
               "def f[T: yield](): pass", "def f[T: (yield)](): pass", "def f[T: (x := 1)](): pass", "def f[T: (await x)](): pass", "type A = (yield)", "type A = (x := 1)", "type A = await x", "type A.b = 1", "type (A) = 1", "type A", "type A =", "type A: int",
               "type A = 1 = 2", "type A, B = 1", "type 1 = 2", "class A[T](T := 1): pass", "class A[T]((yield)): pass", "def f[T](x: (yield)): pass", "class A[T]: nonlocal T", "def f[T]():\n nonlocal T", "def f[T](): global T", "def f[T](T): return T",
               "def f[T](): T = 1", "class A[T]: T = 1", "type A[T] = lambda: (yield)", "def f[T: *int](): pass", "def f[*T = *int](): pass", "def f[T = *int](): pass", "def f[T](x=T): pass", "lambda[T]: 1", "class A[T = 1, *U = 2, **V = 3]: pass", "def f[None](): pass",
               "def f[__debug__](): pass", "class A[__classdict__]: pass", "type A[T] = [T for T in T]", "type A[T] = (T for _ in [(yield)])", "def f [T] (): pass", "async def f[T](): pass", "def f[T,](): pass", "def f[T,,](): pass", "type\nA = 1"]:
    try:
        compile(source, "f", "exec")
        print(repr(source), "fine")
    except SyntaxError as e:
        print(repr(source), e.msg, e.lineno, e.offset, e.end_offset)
