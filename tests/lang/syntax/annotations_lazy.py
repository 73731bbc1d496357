# PEP 649: annotations are evaluated when they are asked for, in the scope where they stand.
def f(a: A, *args: "text", k: (lambda: A) = 1, **kw: [A for _ in "x"]) -> A.__name__: pass
try:
    f.__annotations__
except NameError as e:
    print(e)
class A: pass
print(f.__annotate__(1)["k"].__qualname__, f.__annotate__(1)["a"] is A, list(f.__annotations__), f.__annotations__["return"], f.__annotations__ is f.__annotations__)
for format in 2, 3, 4:
    try:
        f.__annotate__(format)
    except NotImplementedError as e:
        print("NotImplementedError", format, e)
class C:
    x: int
    if True: y: str
    else: z: float
    for _ in range(2): w: Later
    def m(self, o: C, x: x) -> D: pass
    x = "value"
Later, D = 1, 2
print(C.__annotations__, C.m.__annotations__, C.__annotate__.__qualname__, f.__annotate__.__name__)
f.__annotations__ = {"own": 1}
print(f.__annotations__, f.__annotate__)
f.__annotate__ = lambda format: {"made": format}
print(f.__annotations__)
del C.__annotations__
try:
    print(C.__annotations__)
except AttributeError as e:
    print(e)
def g(): pass
print(g.__annotations__, g.__annotate__, (lambda: 0).__annotate__)
try:
    g.__annotations__ = 1
except TypeError as e:
    print(e)
