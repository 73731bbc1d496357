# Operators between ints and what is no number name the two types.
for call in [lambda: 1 + "a", lambda: "a" + 1, lambda: 1 - None, lambda: 1 @ 2, lambda: 1 / "a", lambda: 1 // [], lambda: {} % 1, lambda: 1 ** "a",
             lambda: divmod(1, "a"), lambda: -"a", lambda: +[], lambda: abs("a"), lambda: 1 * {}, lambda: [] * 1.5, lambda: "a" * 2.0]:
    try:
        print(call())
    except TypeError as e:
        print(e)
x = 5
for statement in ("x += 'a'", "x -= []", "x **= 'a'", "x <<= 1.0", "x @= 2", "x |= None"):
    try:
        exec(statement)
    except TypeError as e:
        print(e)
