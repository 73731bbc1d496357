# list[int] and its like: repr, equality, hash, attributes, calls.
def t(*actions):
    for f in actions:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)

import types
from collections import deque, defaultdict
t(lambda: list[int], lambda: dict[str, list[int]], lambda: tuple[int, ...], lambda: tuple[()], lambda: list['x'], lambda: list[5], lambda: list[None], lambda: type[int], lambda: deque[int], lambda: defaultdict[str, int], lambda: int[str], lambda: list[int] == list[int], lambda: list[int] == list[str], lambda: hash(list[int]) == hash(list[int]), lambda: list[int].__origin__, lambda: list[int].__args__, lambda: dict[int, str].__parameters__, lambda: list[int]([1]), lambda: list[int].append, lambda: isinstance([], list[int]), lambda: issubclass(list, list[int]), lambda: list[int][str], lambda: [*tuple[int]], lambda: (*list[int],)[0].__unpacked__, lambda: types.GenericAlias(list, (int,)), lambda: types.GenericAlias(), lambda: types.GenericAlias(5, 6), lambda: list[int].nosuch, lambda: list[int] | None, lambda: hash(list[[]]), lambda: list[int].__mro_entries__(()), lambda: list[int].__reduce__(), lambda: set[int]({1}), lambda: list[int].__class__, lambda: list[int] < list[int], lambda: dict[str])
class C(list[int]): pass
print(C.__bases__, C.__orig_bases__)
