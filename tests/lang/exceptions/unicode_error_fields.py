# UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError: fields, messages, checks
def show(e):
    print(str(e), "|", e.args, e.start, e.end, e.reason, getattr(e, "encoding", "-"), e.object)


show(UnicodeEncodeError("ascii", "a\xe9b", 1, 2, "bad"))
show(UnicodeEncodeError("ascii", "a\u20ac\U0001f600b", 1, 3, "bad"))
show(UnicodeEncodeError("x", "\U0001f600", 0, 1, "r"))
show(UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad"))
show(UnicodeDecodeError("utf-8", bytearray(b"abc"), 0, 3, "bad"))
show(UnicodeTranslateError("abc", 1, 2, "why"))
show(UnicodeTranslateError("abc", 0, 3, "why"))
e = UnicodeEncodeError("ascii", "abc", 0, 1, "r")
for start, end in ((5, 9), (-3, 1), (2, 1), (0, 0), (1, 100)):
    e.start, e.end = start, end
    print(e, e.start, e.end)
e.object, e.reason, e.encoding = "q" * 5, "new", "enc"
print(e)
for cls, args in ((UnicodeEncodeError, ()), (UnicodeEncodeError, ("a", b"b", 0, 1, "r")), (UnicodeEncodeError, (1, "b", 0, 1, "r")),
                  (UnicodeDecodeError, ("a", "b", 0, 1, "r")), (UnicodeDecodeError, ("a", b"b", "0", 1, "r")),
                  (UnicodeTranslateError, ("a", 0, 1)), (UnicodeTranslateError, ("a", 0, 1, 5)), (UnicodeEncodeError, ("a", "b", 0, 1, "r", 2))):
    try:
        cls(*args)
    except TypeError as e:
        print(e)
for name, value in (("object", 5), ("reason", 5), ("encoding", None), ("start", "a")):
    e = UnicodeEncodeError("ascii", "abc", 0, 1, "r")
    try:
        setattr(e, name, value)
        print(e)
    except TypeError as x:
        print(x)
