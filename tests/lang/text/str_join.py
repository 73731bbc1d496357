# str.join: strings of any iterable with this one between; other items are refused by their place.
strings = [",", "", "é"]
for args in [(['a', 'b', 'c'],), ((),), (['x'],), ('abc',), ({'k': 1},), (['€', '😀'],), (iter(["p", "q"]),)]:
    print(*[ascii(s.join(*args)) for s in strings])
for args in [(['a', 1],), ([b'a'],), (5,), (None,), (), (['a', None, 1],)]:
    try:
        print(ascii(strings[0].join(*args)))
    except Exception as e:
        print(ascii(args), type(e).__name__, e)
try:
    str.join(5)
except TypeError as e:
    print(e)
