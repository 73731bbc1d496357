# format(), str(), repr(), bytes(): which method they call and what it may return
class C:
    def __repr__(self):
        return "repr"

    def __str__(self):
        return "str"

    def __format__(self, spec):
        return f"<{spec}>"

    def __bytes__(self):
        return b"bytes"


c = C()
print(c, repr(c), f"{c} {c!r} {c!s} {c:x>{3}}", "%s %r" % (c, c), format(c), format(c, "y"), bytes(c), "{:z} {!r}".format(c, c))


class S(str):
    pass


class Odd:
    def __init__(self, value):
        self.value = value

    def __str__(self):
        return self.value

    __repr__ = __bytes__ = __str__

    def __format__(self, spec):
        return self.value


for value in (S("sub"), 5, None, b"b"):
    for f in (str, repr, format, bytes, ascii, "<{}>".format, "<%s>".__mod__, lambda x: f"<{x}>"):
        try:
            r = f(Odd(value))
            print(type(r).__name__, r)
        except TypeError as e:
            print(e)
for spec in ("x", 5, None):
    for o in (object(), None, [], "s", 1):
        try:
            print(format(o, spec) if not isinstance(o, object.__class__) and "at 0x" not in str(o) or spec else "-")
        except (TypeError, ValueError) as e:
            print(e)
