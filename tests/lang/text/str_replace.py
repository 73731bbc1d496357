# str.replace: all occurrences, or the first few; an empty one is between all characters.
strings = ["abcabc", "", "ééa"]
for args in [('b', 'X'), ('b', ''), ('', '-'), ('', '-', 2), ('a', 'ß€', 1), ('abc', '😀'), ('é', 'e'), ('z', 'y'), ('b', 'bb', 0), ('b', 'bb', -1)]:
    print(ascii(args), *[ascii(s.replace(*args)) for s in strings])
for args in [('a',), ('a', 1), (1, 'a'), ('a', 'b', 'c'), ('a', 'b', 1.0), ()]:
    try:
        print(ascii(strings[0].replace(*args)))
    except Exception as e:
        print(ascii(args), type(e).__name__, e)
try:
    str.replace(5)
except TypeError as e:
    print(e)
