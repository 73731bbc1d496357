# ImportError: name, path, name_from, and its keywords
e = ImportError("message", name="n", path="p")
print(e, e.name, e.path, e.msg, e.name_from, e.args, repr(e))
e = ImportError()
print(e.msg, e.name, e.args)
e = ImportError(1, 2, name_from="f")
print(e, e.msg, e.name_from, e.args)
e.name, e.msg = 5, "other"
print(e, e.name)
for kw in ({"wrong": 1}, {"name": 1, "other": 2}, {"msg": "x"}):
    try:
        ImportError("m", **kw)
    except TypeError as x:
        print(x)
try:
    import no_such_module_here
except ImportError as x:
    print(type(x).__name__, x, x.name, x.path)
try:
    from math import nothing_like_this
except ImportError as x:
    print(type(x).__name__, x, x.name, x.name_from)
try:
    import math.sub
except ImportError as x:
    print(type(x).__name__, x, x.name)


class Sub(ImportError):
    def __init__(self, a):
        super().__init__(a, name="sub")


print(Sub("q").name, Sub("q").__reduce__()[1:], ModuleNotFoundError("z", name="y").name)
