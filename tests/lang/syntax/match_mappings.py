# Patterns: mappings with keys of every kind, and the rest.
class K:
    key = "attr"


def f(x):
    match x:
        case {"a": 1}: return "a is one"
        case {"a": [x, *_], "b": {"c": y}}: return x, y
        case {1: one, -2: two, **rest}: return one, two, rest
        case {K.key: value}: return value
        case {None: none, True: true}: return none, true
        case {"x": _, **rest}: return rest
        case {}: return "some mapping"
    return "no mapping"


class M(dict):
    def __missing__(self, key): return 1


import collections
print([f(x) for x in [{"a": 1, "z": 2}, {"a": [1, 2], "b": {"c": 3}}, {1: 2, -2: 3, 4: 5}, {"attr": 6}, {None: 7, True: 8}, {"x": 1, "y": 2}, {}, {"q": 1}, [], M(), collections.defaultdict(int), {1: 2}]])
