# intern and _is_interned: names are, other strings only when asked for.
import sys

a = "".join(["not", " ", "interned"])
print(sys._is_interned("name"), sys._is_interned(a))
b = sys.intern(a)
print(b is a, sys._is_interned(a), sys.intern("".join(["not", " interned"])) is a)
for wrong in (1, b"x"):
    try:
        sys.intern(wrong)
    except TypeError as error:
        print(error)


class S(str):
    pass


try:
    sys.intern(S("x"))
except TypeError as error:
    print(error)
before = sys.getunicodeinternedsize()
keep = [sys.intern(f"new name {i}") for i in range(100)]
print(sys.getunicodeinternedsize() - before)
del keep
print(sys.getunicodeinternedsize() - before)
