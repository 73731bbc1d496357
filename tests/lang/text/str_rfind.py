# str.rfind: the highest index, or -1.
strings = ["abcabc", "", "éàéà"]
for args in [('c',), ('c', 0, 5), ('bc', -2), ('',), ('', 10), ('', 3, 1), ('à',), ('z',), ('a', 0, -3)]:
    print(ascii(args), *[ascii(s.rfind(*args)) for s in strings])
for args in [(1,), (), ('a', []), (b'a',)]:
    try:
        print(ascii(strings[0].rfind(*args)))
    except Exception as e:
        print(ascii(args), type(e).__name__, e)
try:
    str.rfind(5)
except TypeError as e:
    print(e)
