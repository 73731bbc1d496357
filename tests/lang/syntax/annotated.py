# Annotated assignment: simple names are recorded, other targets are only evaluated.
x: int = 1
(y): int = 2
z: "later"
w: undefined_name if False else str
print(__annotations__ if False else __annotate__(1), x, y)


class A:
    a: int = 1
    b: "str"
    print("not evaluated")
    c: [print("evaluated late")]
    (d): int
    a.b if False else 0


print(A.__annotations__, "b" in vars(A))
def f():
    local: no_such_name = 3
    undefined[0].x: int
    return local


try:
    f()
except NameError as e:
    print(e)
lst = [1]
lst[0]: int = 5
A.e: str = "e"
print(lst, A.e, f.__annotations__)
for source in ["x, y: int", "[x]: int", "(x, y): int = 1", "f(): int", "1: int", "x: int, y: int", "x: int = y = 1", "x: *y", "x: yield",
               "def f():\n global x\n x: int", "x[1:2]: int", "x: y := 1", "x.y.z: int = 3", "(x.y): int", "x: int = yield", "x: int = *y, z",
               "x: int = *y"]:
    try:
        compile(source, "f", "exec")
        print(source, "fine")
    except SyntaxError as e:
        print(source, "|", e.msg, e.offset, e.end_offset)
