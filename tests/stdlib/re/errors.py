# patterns that are wrong: message, position, line and column
import re
import warnings

wrong = r"""( a** [a (?P<n * a{3,2} (?<=a+)b (?P=x) \1 (?i a(?i)b [z-a] [\w-a] (?z) (?P<1>a) (?P<n>)(?P<n>) \q (?(1)a|b|c)
(a)) (?(0)a) (?(2)a) (?P>a) (?<a>) (?#a (?i-i:a) (?-u:a) (?au:a) (?L:a) (?iz:a) (?i-:a) (?-i (?P<>a) (?P=) (?(a b
\x4 \u123 \N{nothing} \N [\400] (\1) (?<=(a)\1) ^* (?:a{1}{2}) (? (?< (?P""".split()
for pattern in [*wrong, "\\", "a\n(", "a\nb\n  *?+", b"(?u:a)", b"\\u0041", b"("]:
    try:
        print(pattern, re.compile(pattern))
    except re.PatternError as e:
        print(pattern, "|", e, "|", e.msg, e.pos, e.lineno, e.colno)
for pattern, flags in (("a", re.L), ("a", re.A | re.U), (b"a", re.U), (b"a", re.A | re.L), ("a{99999999999}", 0)):
    try:
        print(re.compile(pattern, flags))
    except (ValueError, OverflowError) as e:
        print(type(e).__name__, e)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    for pattern in ("[[a]", "[+--b]", "[a&&b]", "[a~~b]", "[a||b]"):
        re.compile(pattern)
    re.sub("a", "b", "aa", 1)
    for w in caught:
        print(w.category.__name__, w.message, w.filename == __file__)
