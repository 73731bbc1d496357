# str.isidentifier: could it be a name?
strings = ["a", "_1", "1a", "", "é", "a b", "class", "℘", "·a", "a·", "\u0300"]
for s in strings:
    print(ascii(s), s.isidentifier())
for args in [(1,)]:
    try:
        print(ascii(strings[0].isidentifier(*args)))
    except Exception as e:
        print(ascii(args), type(e).__name__, e)
try:
    str.isidentifier(5)
except TypeError as e:
    print(e)
