# str.translate: by ordinals to ordinals, strings, or nothing.
strings = ["abcabc", "éa€", ""]
for args in [({97: 'X', 98: None, 99: 128512},), ({},), ({97: 'long', 233: 'e'},), ({98: '', 97: None},), ([1],), ({8364: 8364},)]:
    print(ascii(args), *[ascii(s.translate(*args)) for s in strings])
for args in [({97: 1114112},), ({97: -1},), ({97: 1.5},), (5,), (), ({97: b'x'},)]:
    try:
        print(ascii(strings[0].translate(*args)))
    except Exception as e:
        print(ascii(args), type(e).__name__, e)
try:
    str.translate(5)
except TypeError as e:
    print(e)
