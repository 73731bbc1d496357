# str.removesuffix: once, and only at the end.
strings = ["abab", "", "xé"]
for args in [('ab',), ('a',), ('',), ('ababab',), ('é',)]:
    print(ascii(args), *[ascii(s.removesuffix(*args)) for s in strings])
for args in [(1,), (), ('a', 'b'), (('a',),)]:
    try:
        print(ascii(strings[0].removesuffix(*args)))
    except Exception as e:
        print(ascii(args), type(e).__name__, e)
try:
    str.removesuffix(5)
except TypeError as e:
    print(e)
