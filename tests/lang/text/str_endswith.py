# str.endswith: a suffix, or one of a tuple of them, of a part of the string.
strings = ["abcdef", "", "aé"]
for args in [('def',), ('',), (('x', 'ef'),), ((),), ('cd', 0, 4), ('cd', 3, 4), ('', 7), ('é',), ('f', -1)]:
    print(ascii(args), *[ascii(s.endswith(*args)) for s in strings])
for args in [(1,), ({'a'},), ((None,),), (b'f',), ()]:
    try:
        print(ascii(strings[0].endswith(*args)))
    except Exception as e:
        print(ascii(args), type(e).__name__, e)
try:
    str.endswith(5)
except TypeError as e:
    print(e)
