# str.find: the lowest index, or -1.
strings = ["abcabc", "", "éàéà"]
for args in [('c',), ('c', 3), ('bc', -2), ('',), ('', 10), ('', 3, 1), ('à',), ('z',), ('abcabcabc',), ('a', -100, 100), ('😀',)]:
    print(ascii(args), *[ascii(s.find(*args)) for s in strings])
for args in [(1,), (), ('a', 1.5), (None,)]:
    try:
        print(ascii(strings[0].find(*args)))
    except Exception as e:
        print(ascii(args), type(e).__name__, e)
try:
    str.find(5)
except TypeError as e:
    print(e)
