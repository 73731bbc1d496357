# str.count: occurrences without overlap, in a part of the string.
strings = ["abababa", "", "ééé"]
for args in [('aba',), ('',), ('a', 2), ('a', 1, -1), ('é',), ('x',), ('', 5, 3), ('a', None, None), ('', 100)]:
    print(ascii(args), *[ascii(s.count(*args)) for s in strings])
for args in [(1,), (), ('a', 'b'), (b'a',)]:
    try:
        print(ascii(strings[0].count(*args)))
    except Exception as e:
        print(ascii(args), type(e).__name__, e)
try:
    str.count(5)
except TypeError as e:
    print(e)
