# Counter, defaultdict, OrderedDict, ChainMap, namedtuple.
from collections import ChainMap, Counter, OrderedDict, defaultdict, namedtuple

c = Counter('abracadabra')
print(c, c.most_common(2), c['zz'], c.total(), sorted(c.elements())[:4], c - Counter('aab'), c & Counter('abz'))
c.subtract('aaaaaaa')
c.update({'z': 2})
print(c, +c, -c, c | Counter('bbb'), c == Counter(c), c <= c, Counter(a=1) < Counter(a=2))
d = defaultdict(list, x=[0])
d['y'].append(1)
print(d, d.default_factory, d | {'z': 3}, d.copy(), 'q' in d)
o = OrderedDict(a=1, b=2)
print(o, o == OrderedDict(b=2, a=1), o == {'b': 2, 'a': 1}, list(reversed(o)), o | {'c': 3}, o.keys())
m = ChainMap({'a': 1}, {'a': 2, 'b': 3})
m['c'] = 4
print(m, m['a'], m['b'], sorted(m), m.parents, m.new_child({'z': 0})['z'], len(m))
Point = namedtuple('Point', 'x y', defaults=[0])
p = Point(3)
print(p, p.x, p._replace(y=5), p._asdict(), Point._make([1, 2]), Point._fields, Point._field_defaults, p == (3, 0))
for f in (lambda: defaultdict(1), lambda: Point(), lambda: Point(1, 2, 3), lambda: p._replace(z=1),
          lambda: namedtuple('P', 'a a'), lambda: namedtuple('P', '_a'), lambda: namedtuple('P', 'def'), lambda: m.pop('b'),
          lambda: o.move_to_end('q'), lambda: OrderedDict().popitem(), lambda: setattr(p, 'x', 1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
