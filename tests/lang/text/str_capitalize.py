# str.capitalize: the first character in title case, the rest in lower case.
strings = ["", "hello World", "ǆabc", "ßa", "ΑΣ", "1ABC", "İx", "ﬁne"]
for s in strings:
    print(ascii(s), ascii(s.capitalize()))
for args in [(1,)]:
    try:
        print(ascii(strings[0].capitalize(*args)))
    except Exception as e:
        print(ascii(args), type(e).__name__, e)
try:
    str.capitalize(5)
except TypeError as e:
    print(e)
