# containers that do not fit into a line, text in pieces, recursion and depth
from collections import ChainMap, Counter, OrderedDict, UserList, defaultdict, deque
from pprint import PrettyPrinter, isreadable, isrecursive, pformat, pp, pprint, saferepr
from types import MappingProxyType, SimpleNamespace

words = "the quick brown fox jumped over the lazy dog and went home".split()
data = {"words": words, "number": 123456789, "nested": {"deep": [words[:3], tuple(words[3:6])]}, 1: {2, 1}}
pprint(data, width=40)
pprint(data, width=40, indent=4, compact=True)
pprint(data, depth=1)
pp({"b": 1, "a": 2})
print(pformat([10**9, 255], underscore_numbers=True))
pprint(" ".join(words), width=30)
pprint({"text": "line one\nline two is longer\n" + "x" * 40}, width=30)
pprint(bytes(range(40)), width=40)
for value in (Counter(words), deque(words, 20), defaultdict(list, a=words), OrderedDict.fromkeys(words), UserList(words),
              ChainMap({"a": words}, {"b": 1}), MappingProxyType({"a": words}), SimpleNamespace(a=words, b=2),
              frozenset(words), dict.fromkeys(words).keys(), bytearray(b"abc" * 20)):
    pprint(value, width=40)
data = [1]
data.append(data)
print(saferepr(data).replace(str(id(data)), "ID"), isrecursive(data), isreadable(data), isreadable([1, "a"]))
for wrong in ({"indent": -1}, {"depth": 0}, {"width": 0}):
    try:
        PrettyPrinter(**wrong)
    except ValueError as e:
        print(e)
