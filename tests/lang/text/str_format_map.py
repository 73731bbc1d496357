# str.format_map: fields from a mapping that need not be a dict.
strings = ["{a}-{b[0]}", "{{}}", "{a!r:>5}"]
for args in [({'a': 'x', 'b': [1]},)]:
    print(ascii(args), *[ascii(s.format_map(*args)) for s in strings if s or args[0]])
for args in [({},), (5,), (), ('abc',), ({'a': 1},)]:
    try:
        print(ascii(strings[0].format_map(*args)))
    except Exception as e:
        print(ascii(args), type(e).__name__, e)
try:
    str.format_map(5)
except TypeError as e:
    print(e)
