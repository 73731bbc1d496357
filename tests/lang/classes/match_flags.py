# Sequence and mapping patterns: which types count, and that the flag comes with the base
import collections
from collections.abc import Mapping, Sequence


class Seq(Sequence):
    def __len__(self):
        return 2

    def __getitem__(self, i):
        return "ab"[i]


class Map(Mapping):
    def __len__(self):
        return 1

    def __iter__(self):
        return iter("k")

    def __getitem__(self, key):
        return {"k": "v"}[key]


class Registered:
    def __len__(self):
        return 0


Sequence.register(Registered)


class Sub(Seq):
    pass


class Both(Map, Sequence):
    pass


class Other(Sequence, Map):
    def __getitem__(self, i):
        return 1


def kind(o):
    match o:
        case []:
            return "empty sequence"
        case [*rest]:
            return "sequence", rest
        case {"k": v, **rest}:
            return "mapping", v, rest
        case {}:
            return "mapping"
    return "neither"


for o in (Seq(), Map(), Registered(), Sub(), Both(), [], (1,), {}, {"k": 1, "l": 2}, "ab", b"ab", bytearray(b"a"), range(2),
          collections.deque([1]), collections.UserList([1]), collections.UserDict(k=1), collections.OrderedDict(k=1),
          memoryview(b"a"), set(), iter([]), collections.UserString("a"), __import__("types").MappingProxyType({})):
    print(type(o).__name__, kind(o))
