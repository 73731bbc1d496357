# sub, subn, split, findall, finditer: also where matches are empty
import re

print(re.sub(r"(\w)(\d)", r"\2\1", "a1b2 c3"), re.sub("b", lambda m: m[0] * 2, "abc"), re.sub("b", "", "abc"))
print(re.subn("x*", "-", "abxd"), re.sub("x*", "-", "abxd", count=2), re.sub(b"a", b"x", bytearray(b"banana")))
print(re.sub(r"\b", "|", "a bc"), re.sub("(a)|b", r"[\1]", "ab"), re.sub("a", r"\\\n\x41"[:4], "a"))
print(re.split(r"(-)|b", "a-b-cb"), re.split("x*", "axbc"), re.split(r"\W+", "a, b; c", maxsplit=1))
print(re.findall(r"\w+", "h\xe9llo w\u00f6rld \u0142"), re.findall("(a)(b)?", "abaab"), re.findall("a(b)?", "aab"))
print([m.span() for m in re.finditer(r"\b|x", "ab xx")], list(re.compile("b").finditer("abab", 2, 3)))
scanner = re.compile(r"\d").scanner("12a")
print(scanner.match(), scanner.search(), scanner.match())
print(re.escape("a.b*c d\n_\xe9"), re.escape(b"a+b"))
print(re.Scanner([(r"[a-z]+", lambda s, t: t.upper()), (r"\d+", None), (r"\s", " ")]).scan("ab 12 c!d"))
text = "immutable"
print(re.sub("x", "y", text) is text)
for wrong in (lambda: re.sub("a", b"b", "a"), lambda: re.sub("a", lambda m: 1, "a"), lambda: re.sub("a", r"\1", "a"),
              lambda: re.sub("(a)", r"\g<1", "a"), lambda: re.sub("a", r"\q", "a"), lambda: re.sub("a", 1, "a"),
              lambda: re.sub("a", r"\400", "a"), lambda: re.split("a", 1)):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, e)
