# collections: what each class is for, and what it refuses.
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, defaultdict, deque, namedtuple

d = deque([1, 2, 3], maxlen=3)
d.append(4)
d.appendleft(0)
d.rotate(1)
print(d, d.maxlen, d.index(2), d.count(2), list(reversed(d)), d.copy() == d, deque('ab') + deque('c'), deque('ab') * 2)
groups = defaultdict(list, a=[1])
groups['b'].append(2)
print(groups, groups | {'c': 3}, groups.copy())
o = OrderedDict(a=1, b=2, c=3)
o.move_to_end('a')
print(o, o.popitem(last=False), list(reversed(o)), o == OrderedDict(c=3, a=1), o == {'a': 1, 'c': 3})
c = Counter('abracadabra')
print(c.most_common(2), c['z'], +(c - Counter(a=9)), c & Counter('aab'), c | Counter(z=3), c.total(), Counter(a=1) <= c)
chain = ChainMap({'a': 1}, {'a': 2, 'b': 3})
print(chain['a'], chain.parents['a'], sorted(chain), chain.new_child({'b': 0})['b'], chain)
Point = namedtuple('Point', 'x y', defaults=[0])
p = Point(1)
print(p, p._replace(y=5), p._asdict(), Point._fields, Point._make([7, 8]), Point._field_defaults, p == (1, 0))
print(namedtuple('T', 'a a class', rename=True)._fields, UserDict(a=1), UserList('ab') + ['c'], UserString('ab').upper())

for call in (lambda: deque(5), lambda: deque([], -1), lambda: deque().pop(), lambda: deque().remove(1), lambda: d.insert(1, 1),
             lambda: deque([1])[5], lambda: deque().index(1), lambda: defaultdict(5), lambda: defaultdict()['x'],
             lambda: OrderedDict().popitem(), lambda: OrderedDict().move_to_end('x'), lambda: Counter(5), lambda: Counter().fromkeys('a'),
             lambda: chain.pop('b'), lambda: ChainMap()['x'], lambda: ChainMap().popitem(), lambda: namedtuple('T', 'a a'),
             lambda: namedtuple('T', 'class'), lambda: namedtuple('T', '_a'), lambda: namedtuple('1', ''), lambda: Point(),
             lambda: p._replace(z=1), lambda: Point._make([1, 2, 3]), lambda: setattr(p, 'x', 1), lambda: UserDict()['x'],
             lambda: namedtuple('T', 'a', defaults=[1, 2]), lambda: UserList()[0]):
    try:
        print(call())
    except (TypeError, ValueError, IndexError, KeyError, NotImplementedError, AttributeError) as e:
        print(type(e).__name__, e)
