# Keywords of built-in functions: known names in any order, and what is wrong with others.
def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except TypeError as e:
        print(e)


for _ in range(3):
    text = "a b c".split(sep=None, maxsplit=1), "a-b-c".split("-", maxsplit=1), "x".join(sorted("bca", reverse=True))
print(text)
attempt("a b".split, maxsplit=1, sep="b")
attempt("a b".split, "a", sep="b")
attempt("a b".split, sepp="b")
attempt("a b".split, **{"se" + "p": "b"})
attempt("a b".split, sep="b", maxsplit=1, more=2)
attempt(sorted, key=len)
attempt(sorted, iterable=[1])
attempt(sorted, [3, 1], key=None)
attempt(print, 1, 2, sep="-", end="!\n")
attempt(print, 1, 2, sep="-", ende="!\n")
attempt(int.from_bytes, bytes=b"12", byteorder="big", signed=True)
attempt(int.from_bytes, b"12", signed=True)
attempt(int.to_bytes, 5, length=2)
attempt(max, [1, 3], key=lambda n: -n)
attempt(max, *(1, 3))
attempt(max, *[])
attempt(len, *(1, 2))
attempt([].append, x=1)
