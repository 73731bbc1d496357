# patterns as objects: repr, equality, flags, copies, the cache
import copy
import re

print(re.compile("a", re.I | re.M), re.compile(rb"\d+"), re.compile("x" * 300), re.compile("a", re.A), re.compile("(?x) a"))
p = re.compile("(?P<first>a)(b)(?P<third>c)")
print(p.pattern, int(p.flags), p.groups, dict(p.groupindex), hash(p) == hash(copy.copy(p)), copy.deepcopy(p) is p)
print(re.compile("a") is re.compile("a"), re.compile("a") == re.compile("a", re.I), re.compile("a") == re.compile(b"a"))
re.purge()
print(p == re.compile("(?P<first>a)(b)(?P<third>c)"), re.compile(p) is p)
print(re.compile(r"""
    (\d+)   # digits
    [ ]#x
    \#
""", re.X).findall("12 #"))
print(re.Pattern[str], re.Match[bytes], re.Pattern.__name__, re.error is re.PatternError)
print(re.match("a" * 70000 + "|b", "b"), re.match(".{70000}", "x" * 70001).end(), re.match(".{,70000}", "x" * 70001).end())
for wrong in (lambda: re.Pattern(), lambda: p < p, lambda: p.match(), lambda: p.match("a", "b")):
    try:
        print(wrong())
    except TypeError as e:
        print(e)
