# str.encode: to bytes in an encoding.
strings = ["abc", "é€", "\U0001F600"]
for args in [(), ('utf-8',), ('utf-16-le',), ('ascii', 'replace'), ('latin-1', 'ignore'), ('ascii', 'xmlcharrefreplace'), ('ascii', 'backslashreplace'), ('ascii', 'namereplace')]:
    print(ascii(args), *[ascii(s.encode(*args)) for s in strings])
for args in [('latin-1', 'nonsense'), ('bogus',), (1,), ('utf-8', 1), ('ascii\\0',), ('utf-8', 'strict', 1)]:
    try:
        print(ascii(strings[0].encode(*args)))
    except Exception as e:
        print(ascii(args), type(e).__name__, e)
try:
    str.encode(5)
except TypeError as e:
    print(e)
