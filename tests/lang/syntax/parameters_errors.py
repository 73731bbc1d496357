# Parameter lists that are wrong.
for parameters in ["x, x", "x=1, y", "*", "*,", "*, **k", "**k, x", "(x)", "(x, y)", "x: int: str", "*a, *b", "/", "x, /, y, /", "*a, /", "*a=1", "x=", "1", "x y", "**k=1", "x, *, y=1, z",
                   "*, x, *", "**k, **m", "x, /, *", "None", "x.y", "x[0]", "*x: *y", "x: *y", "**k: *y", "*(x)", "x, , y", ", x", "x,", "*a,", "**k,", "x, /,", "'x'", "x = 1 = 2", "x=(yield)",
                   "x=lambda: y, z", "*, a: int = 1", "/, x", "x, /y", "*, /", "x=1, /, y", "x, y=1, /, z=2", "x=1, /, *, y"]:
    try:
        compile(f"def f({parameters}): pass", "f", "exec")
        print(parameters, "fine")
    except SyntaxError as e:
        print(parameters, "|", e.msg, e.offset, e.end_offset)
