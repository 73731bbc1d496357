# str.expandtabs: tabs become spaces up to the next column; line ends start columns anew.
strings = ["a\tb\tc", "\t", "ab\n\tc", "é\té\r\tx", "none"]
for args in [(), (4,), (1,), (0,), (-2,)]:
    print(ascii(args), *[ascii(s.expandtabs(*args)) for s in strings])
for args in [('4',), (1, 2), (9223372036854775808,)]:
    try:
        print(ascii(strings[0].expandtabs(*args)))
    except Exception as e:
        print(ascii(args), type(e).__name__, e)
try:
    str.expandtabs(5)
except TypeError as e:
    print(e)
