# str.rjust: padding on the left.
strings = ["ab", "", "é"]
for args in [(5,), (4, '-'), (0,), (4, '€')]:
    print(ascii(args), *[ascii(s.rjust(*args)) for s in strings])
for args in [(5, b'x'), (2.5,), ()]:
    try:
        print(ascii(strings[0].rjust(*args)))
    except Exception as e:
        print(ascii(args), type(e).__name__, e)
try:
    str.rjust(5)
except TypeError as e:
    print(e)
