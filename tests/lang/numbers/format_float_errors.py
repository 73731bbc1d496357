# What the format language refuses for floats.
for spec in ("d", "x", "c", "s", "b", ".", "=", ",_f", ",n", "_n", ".2147483648f", "5.5.5f", "zz", "f5", "++f", "0<<f"):
    try:
        print(format(1.5, spec))
    except ValueError as e:
        print(spec, "->", e)
print(format(1.5, "="), len(format(1.5, ".400f")), len(format(1e308, ".0f")), format(0.5, ".0f"), format(1.5, ".0f"), format(2.5, ".0f"))
for args in [(1.5, 5), (1.5, b""), (1.5, None)]:
    try:
        format(*args)
    except TypeError as e:
        print(e)
