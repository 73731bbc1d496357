# str.lstrip: white space, or a set of characters, off the start.
strings = ["  a b \t\n", "\u3000é\x85", "xyaxy"]
for args in [(), (None,), ('xy',), ('',)]:
    print(ascii(args), *[ascii(s.lstrip(*args)) for s in strings])
for args in [(1,), ('a', 'b')]:
    try:
        print(ascii(strings[0].lstrip(*args)))
    except Exception as e:
        print(ascii(args), type(e).__name__, e)
try:
    str.lstrip(5)
except TypeError as e:
    print(e)
