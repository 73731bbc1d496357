# str.splitlines: all the ends of lines that Unicode has.
strings = ["a\nb\r\nc\rd", "a\x0bb\x0cc\x1cd\x1de\x1ef\x85g\u2028h\u2029i", "\n\n", "", "x", "a\n"]
for args in [(), (True,), (False,), (1,)]:
    print(ascii(args), *[ascii(s.splitlines(*args)) for s in strings])
for args in [(1, 2)]:
    try:
        print(ascii(strings[0].splitlines(*args)))
    except Exception as e:
        print(ascii(args), type(e).__name__, e)
try:
    str.splitlines(5)
except TypeError as e:
    print(e)
