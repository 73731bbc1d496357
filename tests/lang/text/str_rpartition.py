# str.rpartition: around the last separator.
strings = ["a=b=c", "é€é", ""]
for args in [('=',), ('x',), ('b=',), ('€',), ('a=b=c',)]:
    print(ascii(args), *[ascii(s.rpartition(*args)) for s in strings])
for args in [('',), (1,), (), (b'=',)]:
    try:
        print(ascii(strings[0].rpartition(*args)))
    except Exception as e:
        print(ascii(args), type(e).__name__, e)
try:
    str.rpartition(5)
except TypeError as e:
    print(e)
