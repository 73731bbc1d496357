# The format language on ints: alignment, sign, prefix, zeros, width, grouping and type together.
for n in (0, 42, -42, 1234567, -(2**70)):
    for spec in ("", "d", "5", "<8d", ">8", "^9", "*^9", "=+9", "+", " ", "-d", "#x", "#X", "#o", "#b", "08", "+08d", "#010x", ",", "_", "_x", "_b", ",d", "020,", "012_d", "#_b", "n", "<05", "x^+20,d"):
        print(format(n, spec), end="|")
    print()
for n, spec in [(65, "c"), (0x20AC, "c"), (0x1F600, "^5c"), (65, "<3c"), (3, ".2f"), (3, "e"), (1234, ",.1f"), (1, "%"), (7, "g")]:
    print(repr(format(n, spec)))
