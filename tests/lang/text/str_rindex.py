# str.rindex: the highest index, or ValueError.
strings = ["abcabc", "éàéà"]
for args in [('c',), ('à',), ('',)]:
    print(ascii(args), *[s.rindex(*args) if args[0] in s else None for s in strings])
for args in [('z',), ('a', 10), (1,), ()]:
    try:
        print(ascii(strings[0].rindex(*args)))
    except Exception as e:
        print(ascii(args), type(e).__name__, e)
try:
    str.rindex(5)
except TypeError as e:
    print(e)
