# str.strip: white space, or a set of characters, off both ends.
strings = ["  a b \t\n", "\u3000é\x85\xa0", "xyaxy", ""]
for args in [(), (None,), ('xy',), ('',), ('é ',), ('ax',), ('€xy',)]:
    print(ascii(args), *[ascii(s.strip(*args)) for s in strings])
for args in [(1,), ('a', 'b'), (b'x',)]:
    try:
        print(ascii(strings[0].strip(*args)))
    except Exception as e:
        print(ascii(args), type(e).__name__, e)
try:
    str.strip(5)
except TypeError as e:
    print(e)
