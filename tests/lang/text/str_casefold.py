# str.casefold: folding for comparison goes further than lower case.
strings = ["", "Straße", "ΑΣ", "İI", "ﬁ", "ǅ", "K", "Ჲ"]
for s in strings:
    print(ascii(s), ascii(s.casefold()))
for args in [('x',)]:
    try:
        print(ascii(strings[0].casefold(*args)))
    except Exception as e:
        print(ascii(args), type(e).__name__, e)
try:
    str.casefold(5)
except TypeError as e:
    print(e)
