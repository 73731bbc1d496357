# __dict__ of instances keeps the order of insertion, whatever way attributes were set.
class A: pass
a = A(); a.x = 1; a.y = 2; a.z = 3
b = A(); b.z = 1; b.x = 2; b.y = 3
c = A(); c.y = 1; c.z = 2
print(a.__dict__, b.__dict__, c.__dict__)
d = A(); d.x = 1; d.y = 2; d.z = 3
del d.y
print(vars(d)); d.y = 4; print(vars(d))
e = A(); e.x = 1; e.y = 2; del e.y; e.y = 3; e.z = 4; print(vars(e))
f = A(); f.__dict__['k'] = 1; f.x = 2; print(vars(f), f.k)
g = A(); g.__dict__ = {'m': 5}; print(g.m, vars(g)); del g.__dict__; print(vars(g)); g.n = 1; print(vars(g))
for i in range(40): setattr(f, f'a{i}', i)
print(len(vars(f)), f.a39, list(vars(f))[:4])
h = A(); vars(h)[1] = 2; h.x = 3; print(vars(h))
for value in (1, None, []):
    try:
        h.__dict__ = value
    except TypeError as x:
        print(x)
class Counter:
    def __init__(self, flag):
        if flag: self.first = 1
        self.second = 2
        self.first = 3
print(vars(Counter(True)), vars(Counter(False)), vars(Counter(True)))
class Sub(Counter):
    def __init__(self):
        self.zero = 0
        super().__init__(False)
        self.last = 9
s = Sub(); print(vars(s), s.zero, s.last)
A.x = 'class'; k = A(); print(k.x); k.x = 'own'; print(k.x, A().x); del k.x; print(k.x)
def read(o): return o.t
A.t = 'class'
m = A(); print(read(m), read(m), read(m))
n = A(); n.t = 'own'; print(read(n), read(m))
for o in (m, n, m): print(read(o), end=' ')
print()
