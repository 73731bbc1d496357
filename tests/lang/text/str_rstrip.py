# str.rstrip: white space, or a set of characters, off the end.
strings = ["  a b \t\n", "\u3000é\x85", "xyaxy"]
for args in [(), (None,), ('xy',), ('',)]:
    print(ascii(args), *[ascii(s.rstrip(*args)) for s in strings])
for args in [(b'x',), ('a', 'b')]:
    try:
        print(ascii(strings[0].rstrip(*args)))
    except Exception as e:
        print(ascii(args), type(e).__name__, e)
try:
    str.rstrip(5)
except TypeError as e:
    print(e)
