# Subscripts: all forms of slices.
class Show:
    def __getitem__(self, key):
        return key

    __class_getitem__ = classmethod(lambda cls, key: ("class", key))


s = Show()
print(s[1], s[1,], s[1, 2], s[:], s[1:], s[:2], s[::3], s[1:2:3], s[:, 1], s[..., None], s[1:2, ::3], s[(1, 2)], s[()], s[x := 5], x)
print(Show[int], Show[int, str], s[lambda: 1].__name__, s["a":"b"], s[not 1:2], s[1 if 0 else 2:3])
for source in ["x[]", "x[:::]", "x[1:2:3:4]", "x[1 2]", "x[x for x in y]", "x[a=1]", "x[*a:b]", "x[**a]", "x[yield]", "x[1:2 3]", "x[a:=1:2]", "x[:=1]"]:
    try:
        compile(source, "f", "eval")
        print(source, "fine")
    except SyntaxError as e:
        print(source, "|", e.msg, e.offset, e.end_offset)
