# normpath, splitroot and join are written in C: all kinds of text, what is no path, and which kinds do not mix.
import os
import pathlib

for q in ("", "/", "//", "///", "////a", "//a//b", "./a", "../a", "a/..", "a/../..", "/..", "a/./b", "é/../ö", "€/x/../y",
          "a//b/../c/./d/..", "...", "..//..", "/a/", "a/b/../../..", "\ud800/../x", "x\0/../y", "/" * 50, "a/" * 40, "./."):
    print(ascii(os.path.normpath(q)), os.path.splitroot(q) == (*map(os.fsdecode, os.path.splitroot(os.fsencode(q))),)
          if "\ud800" not in q else "", ascii(os.path.basename(q)), ascii(os.path.dirname(q)))
    if "\ud800" not in q:
        assert os.fsencode(os.path.normpath(q)) == os.path.normpath(os.fsencode(q))
print(os.path.normpath.__name__, os.path.normpath(path=pathlib.Path("a/../b")))
for a in (None, "a", b"a", pathlib.Path("x")):
    for b in ((), (None,), ("b",), (b"b",), ("", "c"), ("/x", "y"), (pathlib.Path("z"), "w")):
        try:
            print(a, b, os.path.join(a, *b))
        except TypeError as e:
            print(e, "|", e.__context__)
for f in os.path.normpath, os.path.splitroot, os.path.commonpath:
    for bad in None, 3, [None], ["a", b"b"]:
        try:
            print(f(bad))
        except TypeError as e:
            print(e)
