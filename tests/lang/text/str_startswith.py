# str.startswith: a prefix, or one of a tuple of them, of a part of the string.
strings = ["abcdef", "", "éa"]
for args in [('abc',), ('',), (('x', 'ab'),), ((),), ('cd', 2), ('cd', 2, 3), ('', 7), ('', 6), ('é',), (('',), 3, 2)]:
    print(ascii(args), *[ascii(s.startswith(*args)) for s in strings])
for args in [(1,), (['a'],), ((1,),), ((b'a', 'x'),), ()]:
    try:
        print(ascii(strings[0].startswith(*args)))
    except Exception as e:
        print(ascii(args), type(e).__name__, e)
try:
    str.startswith(5)
except TypeError as e:
    print(e)
