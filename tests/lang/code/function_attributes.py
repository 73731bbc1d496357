# Attributes of functions: names, defaults, closure, globals, dict; which can be set to what.
def outer():
    v = 1
    def f(a, b=2, *, c=3, d): "doc"; return a, b, c, d, v
    return f
f = outer()
print(f.__name__, f.__qualname__, f.__module__, f.__doc__, f.__defaults__, f.__kwdefaults__, f.__closure__[0].cell_contents, f.__globals__ is globals(), f.__dict__, f.__builtins__["len"] is len, f.__type_params__)
f.__name__, f.__qualname__, f.__doc__, f.__module__ = "n", "q.n", None, 5
f.__defaults__, f.__kwdefaults__ = (8, 9), {"c": 6, "d": 7}
print(f(), repr(f).split(" at ")[0], f.__module__)
f.__defaults__ = None
f.x = 1
print(f.x, vars(f), hasattr(f, "y"))
for name, value in [("__name__", 1), ("__qualname__", 1), ("__defaults__", [1]), ("__kwdefaults__", 1), ("__closure__", ()), ("__globals__", {}), ("__code__", 1), ("__dict__", 1), ("__type_params__", 1), ("__annotations__", 1), ("__builtins__", {})]:
    try:
        setattr(f, name, value)
        print(name, "set")
    except (TypeError, AttributeError, ValueError) as e:
        print(name, type(e).__name__, e)
for name in "__name__", "__defaults__", "__doc__", "__dict__", "__code__", "x", "nothing", "__kwdefaults__", "__annotations__":
    try:
        delattr(f, name)
        print(name, "deleted", getattr(f, name, "gone"))
    except (TypeError, AttributeError) as e:
        print(name, type(e).__name__, e)
