# str.ljust: padding on the right.
strings = ["ab", "", "é"]
for args in [(5,), (4, '-'), (0,), (4, '€')]:
    print(ascii(args), *[ascii(s.ljust(*args)) for s in strings])
for args in [(5, 'xx'), (None,), (1, 2, 3)]:
    try:
        print(ascii(strings[0].ljust(*args)))
    except Exception as e:
        print(ascii(args), type(e).__name__, e)
try:
    str.ljust(5)
except TypeError as e:
    print(e)
