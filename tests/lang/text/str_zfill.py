# str.zfill: zeros between the sign and the digits.
strings = ["42", "-42", "+7", "--5", "", "-", "é"]
for args in [(5,), (2,), (0,), (-1,)]:
    print(ascii(args), *[ascii(s.zfill(*args)) for s in strings])
for args in [('5',), (), (1.5,), (1, 2)]:
    try:
        print(ascii(strings[0].zfill(*args)))
    except Exception as e:
        print(ascii(args), type(e).__name__, e)
try:
    str.zfill(5)
except TypeError as e:
    print(e)
