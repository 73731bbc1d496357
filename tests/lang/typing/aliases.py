# Types with arguments.
import types

def f[T, U](): pass
T, U = f.__type_params__

class G:
    def __class_getitem__(cls, item): return types.GenericAlias(cls, item)
    a = 6

for alias in (list[int], list[int, str], list[()], tuple[int, ...], list[None], list['a'], list[[int, str]],
              dict[str, list[int]], type[int], list[T], G[int], types.GenericAlias(list, (int,)), list[G], tuple[()]):
    print(alias, alias.__origin__, alias.__args__, alias.__parameters__)
print(list[T][int], dict[T, U][int, str], dict[T, T][int], list[list[T]][int], list[T | None][int], list[T][list[U]])
print(list[int]([1]), G[int]().__orig_class__, G[int].a, list[int].append, list[int] == list[int], list[int] == list[str])
print(hash(list[int]) == hash(list[int]), *tuple[int, str], tuple[*tuple[int, str]], next(iter(tuple[int])).__unpacked__)

class L(list[int]): pass
print(L.__bases__, L.__orig_bases__)
for bad in (lambda: list[int][str], lambda: list[T][int, str], lambda: isinstance([], list[int]),
            lambda: issubclass(list, list[int]), lambda: list[int].zork, lambda: int[str], lambda: types.GenericAlias(1)):
    try:
        bad()
    except (TypeError, AttributeError) as e:
        print(e)
