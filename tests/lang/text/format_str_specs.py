# The format language on strings, and what it refuses there.
for s in ("", "abc", "é€\U0001F600"):
    for spec in ("", "s", "5", "<5", ">5", "^6", "*^6", ".2", "6.2s", "€>5", "05", "<05s", ".0", "x<", "\U0001F600^7"):
        print(ascii(format(s, spec)), end="|")
    print()
for spec in ("d", "=5", "+", " ", "-5", "#", ",", "_", "z", "f", "5.5.5", ".", "<<<", "99999999999999999999", ".99999999999999999999", "{}"):
    try:
        print(format("abc", spec))
    except ValueError as e:
        print(spec, "->", e)
class Sub(str):
    pass
print(type(format(Sub("a"), "")).__name__, type(format(Sub("abc"), ".2")).__name__, type(format(Sub("a"), "s")).__name__)
