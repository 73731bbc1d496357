# types.FunctionType: functions made from code.
import types
def source(a, b=1): return a, b, glob
def closed(x): return lambda: x
F = types.FunctionType
f = F(source.__code__, {"glob": "G"}, "made", (5, 6))
print(f(), f.__name__, f.__defaults__, f.__globals__["glob"], f.__module__)
g = F(closed(1).__code__, {}, closure=closed(2).__closure__)
print(g(), g.__name__, F(source.__code__, {"glob": 1}, kwdefaults={"k": 1}).__kwdefaults__)
for args in [(), (1, {}), (source.__code__, 1), (source.__code__, {}, 1), (source.__code__, {}, "n", 1), (closed(1).__code__, {}), (closed(1).__code__, {}, None, None, (1,)), (source.__code__, {}, None, None, closed(1).__closure__), (closed(1).__code__, {}, None, None, ())]:
    try:
        print(F(*args))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
c = types.CellType(3)
print(c.cell_contents, c == types.CellType(3), c < types.CellType(4))
c.cell_contents = 4
del c.cell_contents
try:
    c.cell_contents
except ValueError as e:
    print(e, repr(c).split(" at ")[0])
