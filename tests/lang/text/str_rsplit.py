# str.rsplit: the same from the right.
strings = ["a b  c ", "a,b,,c", ""]
for args in [(), (',',), (None, 1), (' ',), (',', 1), (',,',), (None, 0), ('c',)]:
    print(ascii(args), *[ascii(s.rsplit(*args)) for s in strings])
for args in [('',), (b',',), (',', None)]:
    try:
        print(ascii(strings[0].rsplit(*args)))
    except Exception as e:
        print(ascii(args), type(e).__name__, e)
try:
    str.rsplit(5)
except TypeError as e:
    print(e)
