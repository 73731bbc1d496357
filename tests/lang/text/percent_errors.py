# What % of strings refuses, and how it says so.
for format, args in [("%d", "1"), ("%d", None), ("%d", 1j), ("%x", 1.5), ("%x", "a"), ("%o", 2.0), ("%f", "1"), ("%e", None), ("%c", "ab"), ("%c", -1), ("%c", 0x110000), ("%c", 1.5), ("%s", ()), ("%s", (1, 2)), ("%s %s", 1), ("%", 1), ("%z", 1), ("%5", 1), ("%(a)s", 1),
                     ("%(a)s", {}), ("%(a", {"a": 1}), ("%(a)s %s", {"a": 1}), ("%*d", (1.5, 2)), ("%.*f", ("a", 1)), ("%*d", (5,)), ("%d", float("inf")), ("%d", float("nan")), ("%é", 1), ("%\n", 1), ("%s" * 3, (1, 2)), ("%99999999999999999999d", 1), ("%.99999999999d", 1), ("x", 1), ("x", [1])]:
    try:
        print(repr(format % args))
    except Exception as e:
        print(repr(format), args, type(e).__name__, e)
