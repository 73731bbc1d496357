# __annotate__ and __annotations__ of classes, functions and modules
class C:
    x: int
    y: undefined
    z: "text" = 5


try:
    C.__annotations__
except NameError as e:
    print(e)
undefined = str
print(C.__annotations__, C.__annotate__(1), C.__annotations__ is C.__annotations__)
for bad in (2, 3, 4, 5, 0):
    try:
        C.__annotate__(bad)
    except NotImplementedError as e:
        print("NotImplementedError", e)
try:
    C.__annotate__("a")
except (TypeError, NotImplementedError) as e:
    print(type(e).__name__)


def f(a: int, *args: str, b: float = 1, **kw: list) -> None:
    v: never_evaluated


print(f.__annotations__, f.__annotate__(1) == f.__annotations__)
f.__annotations__ = {"q": 1}
print(f.__annotate__, f.__annotations__)
f.__annotate__ = lambda format: {"w": format}
print(f.__annotations__)
for bad in (5, "s"):
    for o in (f, C):
        for name in ("__annotate__", "__annotations__"):
            try:
                setattr(o, name, bad)
            except TypeError as e:
                print(e)
            else:
                print("ok", name)
f.__annotate__ = lambda format: 5
try:
    f.__annotations__
except TypeError as e:
    print(e)
f.__annotate__ = None
print(f.__annotations__, type.__annotations__ if hasattr(type, "__annotations__") else "-")
class Empty:
    pass
print(Empty.__annotations__, Empty.__annotate__, int.__annotate__ if hasattr(int, "__annotate__") else "none")
