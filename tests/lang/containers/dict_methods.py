# Every method of dict, with what it raises.
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

d = dict([('a', 1), ('b', 2)], c=3)
d['d'] = 4
print(d, len(d), d['a'], d.get('x'), d.get('x', 0), d.setdefault('e', 5), d.setdefault('a', 9), 'b' in d)
print(d.pop('a'), d.pop('zz', None), d.popitem(), d, list(reversed(d)), d == dict(reversed(d.items())))
d.update({'b': 20}, z=26)
d.update([('y', 25)])
d |= {'q': 17}
print(d, d | {'b': 0}, {'b': 0} | d, d.copy(), dict.fromkeys('abc'), dict.fromkeys([1, 2], []))
del d['q']
d['b'] = 'kept its place'
d['q'] = 'at the end'
print(d)
for f in (lambda: d['?'], lambda: d.pop('?'), lambda: {}.popitem(), lambda: d.__delitem__('?'), lambda: {[]: 1},
          lambda: d[{}], lambda: {}.update(1), lambda: {}.update([(1, 2, 3)]), lambda: {}.update([1]),
          lambda: dict(1, 2), lambda: {} | [], lambda: {} < {}, lambda: hash({}), lambda: {}.get(), lambda: {(1, []): 2}):
    show(f)

class Default(dict):
    def __missing__(self, key):
        return key * 2

e = Default(a=1)
e['self'] = e
print(e['a'], e['zz'], e.get('zz'), e, type(e.copy()))
