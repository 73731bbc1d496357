# Patterns that are wrong.
for pattern in ["x | y", "x | 1", "1 | x", "_ | 1", "(1 | x) as y", "[x, x]", "x as x", "A(x, x)", "A(a=1, a=2)", "A(a=1, 2)", "A(*x)", "A(**x)", "[*x, *y]", "*x", "*_", "**x", "{**x, 'a': 1}", "{'a': 1, **_}", "{**_}", "{'a': 1, 'a': 2}", "{1: 1, 1.0: 2}", "{a: 1}", "{a.b: 1, a.b: 2}", "{-1: x, -1: y}", "{*x}",
                "1 + 1", "1 + 1j", "-1 - 1j", "1j + 1", "+1", "--1", "-x", "not x", "x + 1", "x.y()", "x().y", "x[0]", "f'a'", "f'{x}'", "t'a'", "1 as _", "1 as x.y", "1 as 2", "as x", "x:=1", "...", "lambda: 1", "(x for x in y)", "{1}", "{x: y, }", "[", "()", "(x)", "(x,)", "x,", ",", "[,]", "A(,)", "A(a=)", "A(=1)", "A(a.b=1)", "None.x",
                "True | False", "_", "_()", "_.x", "__debug__", "A(__debug__=1)", "1 2", "x y", "x if", "x if 1 else 2", "'a' 'b' | b'c'", "'a' b'b'", "0x1 | 0b1", "1.5 - 2j", "-1.5 + 0j", "1 - 1", "a.b.c | d.e", "await x", "yield", "{'a': x, 'b': x}", "[x, *x]", "{'a': x, **x}", "x | x", "(x | x)", "[x] | {'a': x} | A(x)"]:
    try:
        compile(f"match s:\n case {pattern}: pass", "f", "exec")
        print(pattern, "fine")
    except SyntaxError as e:
        print(pattern, "|", e.msg, e.lineno, e.offset, e.end_offset)
for source in ["match x: pass", "match x:\n pass", "match x:\n case 1:\n", "match x:\ncase 1: pass", "match x:\n case 1 pass", "match x\n case 1: pass", "match:\n case 1: pass", "match x:\n case: pass", "match x:\n case y: pass\n case 1: pass", "match x:\n case _: pass\n case _: pass", "match x:\n case y if 1: pass\n case 1: pass",
               "match *x:\n case 1: pass", "match *x, y:\n case 1: pass", "match x, y\n:\n case 1: pass", "match (yield):\n case 1: pass", "match x:\n else: pass", "match x:\n case 1: pass\n x", "match x = 1:\n case 1: pass", "match x:\n\n  case 1: pass\n\n  case 2: pass", "match x:\n case (1 | 2 as y) | 3: pass", "match x := 1:\n case 1: pass"]:
    try:
        compile(source, "f", "exec")
        print(repr(source), "fine")
    except SyntaxError as e:
        print(repr(source), type(e).__name__, e.msg, e.lineno, e.offset, e.end_offset)
