import fnmatch

for name, pattern in [("a.py", "*.py"), ("a.pyc", "*.py"), ("abc", "a?c"), ("abc", "a[a-c]c"), ("abc", "a[!a-c]c"),
                      ("a[c", "a[c"), ("", "*"), ("", ""), ("aXbXc", "a*b*c"), ("a]c", "a[]]c"), ("A", "a"), ("a-c", "a[a-]c")]:
    print(name, pattern, fnmatch.fnmatch(name, pattern))
print(fnmatch.filter(["a.py", "b.txt", "c.py"], "*.py"), fnmatch.filterfalse(["a.py", "b.txt"], "*.py"))
for pattern in ("*.py", "a?b", "[a-z]*[!0-9]", "**x", "a*b*c", "[", "[]", "a.b+c", "[!]", "[^a]", "[z-a]"):
    print(fnmatch.translate(pattern))
try:
    fnmatch.fnmatch("a", b"a")
except TypeError as error:
    print(error)
print(fnmatch.fnmatch(b"ab", b"a[b-c]"))
