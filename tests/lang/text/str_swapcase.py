# str.swapcase: upper case for lower and lower for upper; a character may become several.
strings = ["Hello", "ß", "ŉ", "ΑΣ ς", "ǅ", "123"]
for s in strings:
    print(ascii(s), ascii(s.swapcase()))
for args in [(1,)]:
    try:
        print(ascii(strings[0].swapcase(*args)))
    except Exception as e:
        print(ascii(args), type(e).__name__, e)
try:
    str.swapcase(5)
except TypeError as e:
    print(e)
