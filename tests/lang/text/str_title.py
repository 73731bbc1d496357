# str.title: words begin in title case; what is between words is not cased.
strings = ["hello world", "it's o'clock", "ǆ ǆ", "aΣ bΣ", "x1y 2z", "ÀÉ é", ""]
for s in strings:
    print(ascii(s), ascii(s.title()))
for args in [(1,)]:
    try:
        print(ascii(strings[0].title(*args)))
    except Exception as e:
        print(ascii(args), type(e).__name__, e)
try:
    str.title(5)
except TypeError as e:
    print(e)
