# Dicts changed while they are used.
def drain(f):
    try:
        print(list(f))
    except RuntimeError as e:
        print(e)

d = {1: 'a', 2: 'b'}
drain(d.update({k + 10: v}) for k, v in d.items())
d = {1: 'a', 2: 'b'}
drain(d.pop(k) for k in d)
d = {1: 'a', 2: 'b'}
drain(d.update({k: d.pop(k)}) for k in list(d)[:1] for k in d)
d = {1: 'a', 2: 'b'}
for k in d:
    d[k] = k
print(d)

class Key:
    def __init__(self, name):
        self.name = name
    def __hash__(self):
        return 1
    def __eq__(self, other):
        if self.name == 'evil':
            m.clear()
            m['fresh'] = 1
        return self is other

m = {}
m = {Key('evil'): 1, Key('other'): 2}
print(m.get(Key('third')), m)
m = {Key('a'): 1, Key('b'): 2}
m[Key('c')] = 3
print(len(m), [k.name for k in m])

class Loud:
    def __del__(self):
        print('gone', len(f))

f = {1: Loud(), 2: Loud()}
f[1] = None
del f[2]
f[3] = Loud()
f.clear()
print(f)
