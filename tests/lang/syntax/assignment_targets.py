# What can be assigned to, deleted and looped over, and what cannot.
targets = ["x", "x.y", "x[0]", "(x)", "(x, y)", "[x, *y]", "x, y", "*x", "*x,", "()", "[]", "f()", "1", "'s'", "x + 1", "-x", "x < y", "x and y",
           "not x", "lambda: 1", "x if y else z", "{1}", "{1: 2}", "{}", "[x for y in z]", "(x for y in z)", "f'{x}'", "t'{x}'", "...", "None", "x, 1",
           "[x, f()]", "(x := 1)", "await x", "yield", "(yield)", "*x, *y", "**x", "`x`", "x.y()", "(x.y)", "x == y", "__debug__"]
for template in "{} = v", "del {}", "for {} in v: pass", "{} += v", "with v as {}: pass", "{}: int", "[1 for {} in v]":
    good = []
    for target in targets:
        source = template.format(target) if "{}" in template else template
        try:
            compile(source, "f", "exec")
            good.append(target)
        except SyntaxError as e:
            print(source, "|", e.msg, e.offset, e.end_offset)
    print("FINE", template, good)
