# str.partition: around the first separator.
strings = ["a=b=c", "é€é", ""]
for args in [('=',), ('x',), ('=b',), ('€',), ('a=b=c',)]:
    print(ascii(args), *[ascii(s.partition(*args)) for s in strings])
for args in [('',), (1,), (), (None,)]:
    try:
        print(ascii(strings[0].partition(*args)))
    except Exception as e:
        print(ascii(args), type(e).__name__, e)
try:
    str.partition(5)
except TypeError as e:
    print(e)
