# Conditional expressions, and / or with values, walrus in conditions.
def v(x):
    print(f"<{x}>", end="")
    return x


print(v(1) if v(0) else v(2), v(0) and v(1), v(0) or v("") or v(3), v(1) and v(2) and v(0), not v(0) or v(1))
if (n := len("abc")) > 2 and (m := n * 2): print(n, m)
while (k := n) and (n := n - 1): print(k, end=" ")
print([y for x in range(5) if (y := x * x) % 2], y)
print((lambda: (q := 3) + q)(), f"{(r := 4)}", r, [s := 1, s + 1], (t := 5, t)[1])
for source in ["x := 1", "(x := 1)", "f(x := 1)", "f(a=x := 1)", "f(a=(x := 1))", "x = y := 1", "x = (y := 1)", "(x.y := 1)", "(x[0] := 1)", "((x, y) := 1)",
               "(x := 1, y := 2)", "lambda: x := 1", "lambda: (x := 1)", "[x := 1, 2]", "{x := 1}", "{x := 1: 2}", "{(x := 1): 2}", "{1: x := 2}", "{1: (x := 2)}",
               "del (x := 1)", "(x := 1) = 2", "x[y := 1]", "x[y := 1:2]", "x[(y := 1):2]", "assert x := 1", "if x := 1: pass", "while x := 1: pass",
               "def f(x=y := 1): pass", "def f(x=(y := 1)): pass", "f'{x:=1}'", "f'{(x:=1)}'", "(x := yield)", "x: int := 1", "with (x := 1): pass", "(x := *y)",
               "(x := (*y,))", "for x := 1 in y: pass", "(1 := x)", "(f() := 1)", "('x' := 1)", "(x + y := 1)", "raise x := 1", "return x := 1", "@x := y\ndef f(): pass"]:
    try:
        compile(source, "f", "exec")
        print(source, "fine")
    except SyntaxError as e:
        print(source, "|", e.msg, e.offset, e.end_offset)
