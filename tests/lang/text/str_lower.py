# str.lower: lower case, with the final sigma.
strings = ["ABC", "İI", "ΑΣ", "ΑΣ Σ", "Σ", "ΑΣΑ", "ΑΣ'Α", "AΣ\u0301", "\U00010400"]
for s in strings:
    print(ascii(s), ascii(s.lower()))
for args in [(1,)]:
    try:
        print(ascii(strings[0].lower(*args)))
    except Exception as e:
        print(ascii(args), type(e).__name__, e)
try:
    str.lower(5)
except TypeError as e:
    print(e)
