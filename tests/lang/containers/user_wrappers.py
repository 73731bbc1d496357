# Wrappers: chains write to the first mapping only; | of UserDict; copies of subclasses; text and list wrappers keep their class
from collections import ChainMap, UserDict, UserList, UserString
from types import MappingProxyType

first, second = {'a': 1}, {'a': 2, 'b': 3}
chain = ChainMap(first, second)
print(chain['a'], chain['b'], 'b' in chain, 'c' in chain, list(chain), len(chain), chain, chain.parents, ChainMap().parents)
child = chain.new_child({'z': 0}, a=9)
print(child, child.maps[1] is first, chain.new_child(k=1), chain.copy().maps[1] is second, ChainMap.fromkeys('ab', 1))
chain |= {'c': 5}
print(chain | {'d': 6}, {'d': 6} | chain, first, chain.pop('c'), chain.popitem(), first)
for wrong in (lambda: chain.pop('b'), chain.popitem, lambda: chain['no'], lambda: chain.__delitem__('b'), lambda: chain | 1,
              lambda: ChainMap(MappingProxyType({})).__setitem__(1, 2), lambda: UserDict() | 1, lambda: UserDict()['k']):
    try:
        wrong()
    except (KeyError, TypeError) as error:
        print(type(error).__name__, error)
chain.clear()

class Default(UserDict):
    def __missing__(self, key):
        return f'no {key}'

d = Default(a=1)
d.note = 'kept'
c = d.copy()
print(d['x'], c, type(c).__name__, c.note, d | {'b': 2}, {'b': 2} | d, type(d | UserDict(q=1)).__name__, UserDict(a=1).copy())

class Text(UserString):
    pass

class Items(UserList):
    pass

t = Text('a,b c')
print(repr(t.center(9, '*')), type(t + 'x').__name__, 'x' + t, t * 2, t[0:2], t.split(',', 1), t.rsplit(maxsplit=1), t.title(),
      t.find('b'), t.partition(','), t.replace(',', ';'), Text('%s') % 1, '%s!' % t, t == 'a,b c', t.splitlines(keepends=True))
i = Items([3, 1, 2])
i.sort(reverse=True)
print(i, type(i[1:]).__name__, i + (4,), [0] + i, i * 2, i.copy() == i, i < [4], i.index(1), i.count(2), Items(i))
