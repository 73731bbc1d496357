# Functions: their attributes, replacing __code__, making them by hand
import types


def outer(n):
    def f(a, b=2):
        "doc"
        return a + b + n
    return f


f = outer(10)
f.extra = 1
print(f.__name__, f.__qualname__, f.__doc__, f.__module__, f.__dict__, f.__closure__[0].cell_contents, f.__code__.co_freevars)
print(repr(f).split(" at ")[0], f.__type_params__, f.__get__(5)())
f.__name__, f.__qualname__ = "g", "other.g"
print(f.__name__, repr(f).split(" at ")[0])


def plain(a, b):
    return a * b


def one_free():
    return n


plain.__code__ = (lambda x, y: x - y).__code__
print(plain(5, 3))
for action in (lambda: setattr(plain, "__code__", f.__code__), lambda: setattr(f, "__code__", plain.__code__),
               lambda: delattr(f, "__code__"), lambda: delattr(f, "__name__"), lambda: delattr(f, "missing"), lambda: f.missing,
               lambda: types.FunctionType(f.__code__, {}), lambda: types.FunctionType(f.__code__, {}, closure=(1,)),
               lambda: types.FunctionType(5, {}), lambda: types.FunctionType(plain.__code__, 5), lambda: delattr(f, "__dict__"),
               lambda: types.FunctionType(plain.__code__, {}, closure=f.__closure__), lambda: setattr(f, "__type_params__", 5),
               lambda: types.FunctionType(plain.__code__, {}, 5), lambda: types.FunctionType(plain.__code__, {}, "n", 5)):
    try:
        print(action())
    except (TypeError, ValueError, AttributeError) as e:
        print(type(e).__name__, e)
g = types.FunctionType(f.__code__, globals(), "made", (5,), f.__closure__)
print(g(1), g.__name__, g.__qualname__, g.__module__, g.__doc__)
cell = types.CellType()
try:
    cell.cell_contents
except ValueError as e:
    print(e)
cell.cell_contents = 3
print(cell == types.CellType(3), cell < types.CellType(4), repr(types.CellType()).split(" at ")[0])
