# str.split: at a separator or at runs of white space, from the left.
strings = ["a b  c ", "a,b,,c", "", "\u3000é\x85é\x1c"]
for args in [(), (',',), (None, 1), (' ',), (',', 1), (',,',), (None, 0), (',', 0), ('é',)]:
    print(ascii(args), *[ascii(s.split(*args)) for s in strings])
for args in [('',), (1,), (',', '1'), (',', 1, 2)]:
    try:
        print(ascii(strings[0].split(*args)))
    except Exception as e:
        print(ascii(args), type(e).__name__, e)
try:
    str.split(5)
except TypeError as e:
    print(e)
