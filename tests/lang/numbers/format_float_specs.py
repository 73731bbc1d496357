# The format language on floats.
inf, nan = float("inf"), float("nan")
for x in (0.0, -0.0, 1.5, -1234567.891, 1e-7, 1e22, inf, nan):
    for spec in ("", "f", ".0f", ".3f", "e", ".0e", "E", "g", ".3g", "G", "#g", "#.0f", "%", ".1%", "10.2f", "<10.1f", "^10.1f", "=+12.2f", "+", " .1f", "010.1f", ",.2f", "_.2f", "015,.1f", "z.0f", "n", ".3", "F"):
        print(format(x, spec), end="|")
    print()
