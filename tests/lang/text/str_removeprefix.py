# str.removeprefix: once, and only at the start.
strings = ["abab", "", "éx"]
for args in [('ab',), ('b',), ('',), ('ababab',), ('é',)]:
    print(ascii(args), *[ascii(s.removeprefix(*args)) for s in strings])
for args in [(1,), (), ('a', 'b'), (('a',),)]:
    try:
        print(ascii(strings[0].removeprefix(*args)))
    except Exception as e:
        print(ascii(args), type(e).__name__, e)
try:
    str.removeprefix(5)
except TypeError as e:
    print(e)
