# str.center: padding on both sides: the odd one goes to the left when the width is odd.
strings = ["ab", "abc", "", "é"]
for args in [(5,), (6,), (6, '*'), (7, 'é'), (1,), (-3,), (4, '😀')]:
    print(ascii(args), *[ascii(s.center(*args)) for s in strings])
for args in [(5, ''), (5, 'ab'), ('5',), (5.0,), (5, 1), ()]:
    try:
        print(ascii(strings[0].center(*args)))
    except Exception as e:
        print(ascii(args), type(e).__name__, e)
try:
    str.center(5)
except TypeError as e:
    print(e)
