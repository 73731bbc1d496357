# Comprehensions that are wrong.
for source in ["[x for]", "[for x in y]", "[x for x]", "[x for x in]", "[x in y for x]", "[x for x in y if]", "[x for x in y else z]", "[x if y for x in z]", "[x for x in *y]", "[*x for x in y]", "{**x for x in y}", "{x: y for x in z, w}", "{x: *y for x in z}", "[x, y for x in z]",
               "[x, for x in y]", "{x, y for x in z}", "(x, y for x in z)", "[x for x in y, z]", "[x for x, in y]", "[x for 1 in y]", "[x for f() in y]", "[x for x in y for]", "[x for x in lambda: y]", "[x for x in lambda: y, z]", "[x for x in y if z else w]", "[x for x in (yield)]",
               "[x async for x in y]", "[await x for x in y]", "(x async for x in y)", "[x for x in y if (yield)]", "[(yield) for x in y]", "[x for x in y := z]", "[x := 1 for x in y]", "[(x := 1) for x in y]", "[y := x for x in z]", "[x for x in (y := z)]", "{x: y: z for w in v}",
               "{x for x in y: z}", "[x for x in y][0] = 1", "[x for x in y] = z", "del [x for x in y]", "[i for i in i for j in (i := 1)]", "class A: [(y := 1) for x in z]", "[x for x in x for x.y in z]", "{1: 2 for x in y, 3: 4}", "[x for x in y if x := 1]", "[x for not x in y]", "[x for x in not y]"]:
    try:
        compile(source, "f", "exec")
        print(source, "fine")
    except SyntaxError as e:
        print(source, "|", e.msg, e.offset, e.end_offset)
