# match, search, fullmatch, and what a match knows
import re

m = re.match(r"(a)(?P<n>b+)(c)?", "abbbd")
print(m, m.groups(), m.groups("-"), m.groupdict(), m.lastindex, m.lastgroup, m.regs)
print(m[0], m["n"], m.group(1, "n", 3), m.span("n"), m.start(3), m.end(), m.pos, m.endpos, m.re, m.string)
print(m.expand(r"\1-\g<n>-\3-\g<0>\n"))
print(re.fullmatch("a|ab", "ab"), re.match("b", "ab"), re.search("b", "ab"))
print(re.compile("^b").match("ab", 1), re.compile("b$").search("abb", 0, 2))
print(re.match(r"(?:(a)|(b))*", "ab").lastindex, re.match(r"(?:(a)|(b))*", "ba").lastindex,
      re.match(r"((a)(b))", "ab").lastindex)
print(re.match(rb"\w+", b"ab\xe9"), re.match(r"\w+", "ab\xe9\u0142 "), re.match(r"(?a)\w+", "ab\xe9"))
print(re.search(r"(?<=a)b(?!c)", "bcabcab"), re.match(r"(?>a+)b|(?:a++)c", "aac"), re.match(r"(a)?(?(1)b|c)", "c"))
print(re.search(r"\s[\S]", "a\u2003\u00e9"), re.match("(?i)\u017f\u212a", "sk"), re.match("(?s:.)(?m:$)", "\n\n"))
for wrong in (lambda: m[4], lambda: m["x"], lambda: re.match("a", b"a"), lambda: re.match(b"a", "a"),
              lambda: re.match("a", 1), lambda: re.compile(1), lambda: re.compile(re.compile("a"), re.I),
              lambda: m.expand(r"\4"), lambda: m.expand(r"\g<x>")):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, e)
