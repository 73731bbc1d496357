# str.upper: upper case, with characters that become two or three.
strings = ["straße", "ŉ ǰ ΐ", "ﬀ ﬃ", "ı i", "ǅ", "α\u0345", ""]
for s in strings:
    print(ascii(s), ascii(s.upper()))
for args in [(None,)]:
    try:
        print(ascii(strings[0].upper(*args)))
    except Exception as e:
        print(ascii(args), type(e).__name__, e)
try:
    str.upper(5)
except TypeError as e:
    print(e)
