# SyntaxWarning for `is` with a literal, calls of what cannot be called, subscripts that cannot work.
x = 5
x is 5
x is not "a"
x is ()
x is None, x is ..., x is True
if 0:
    1(2)
    "a"(1)
    (1, 2)(3)
    [1](2)
    {1: 2}(3)
    f"{x}"(1)
    None()
    (lambda: 0)(1)
    [1, 2]["a"]
    "abc"[1.5]
    (1, 2)[None]
    5[0]
    {1}[0]
    (x for x in "")[0]
    [x for x in ""]["a"]
    "a"[x]
    t"a"(1)
    ...[1]
    b"a"["x"]
