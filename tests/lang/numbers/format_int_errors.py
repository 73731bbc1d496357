# What the format language refuses for ints.
for spec in (".2", ".2d", ",x", ",b", "_c", "+c", "#c", "c", "s", "y", ",_", "_,", ",,", "5.", "z", "zd", "#,n", "<<5d", "{", "d5", "99999999999999999999", ".99999999999999999999f"):
    try:
        print(format(1234, spec))
    except (ValueError, OverflowError) as e:
        print(spec, "->", type(e).__name__, e)
for n in (-1, 0x110000, 2**80):
    try:
        format(n, "c")
    except OverflowError as e:
        print(e)
