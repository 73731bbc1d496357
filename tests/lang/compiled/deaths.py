# objects die in compiled code when they would in the loop, and counts are true there
import sys
log = []
class D:
    def __init__(self, n): self.n = n
    def __del__(self): log.append(self.n)
def overwrite(n):
    x = D(0)
    for i in range(1, n):
        x = D(i)
        if log[-1:] != [i - 1]: print('late', i)
    return len(log)
print(overwrite(600), len(log))
del log[:]
def temporaries(n):
    t = 0
    for i in range(n):
        t += D(i).n
        if len(log) != i + 1: print('late', i)
    return t
print(temporaries(600), log[-2:])
def counts(n):
    seen = set()
    for i in range(n):
        o = object()
        a = [o, o]
        b = o
        seen.add((sys.getrefcount(o), sys.getrefcount(a)))
        a = b = None
        seen.add(sys.getrefcount(o))
    return len(seen)
print(counts(600))
del log[:]
def locals_in_order():
    a, b, c = D('a'), D('b'), D('c')
    return 1
for i in range(500): locals_in_order()
print(log[-3:] == sorted(log[-3:]) or log[-3:] == sorted(log[-3:])[::-1], len(log))
class Looks:
    def __del__(self):
        f = sys._getframe(1)
        log.append((f.f_code.co_name, f.f_locals.get('k'), f.f_locals.get('x')))
del log[:]
def looked_at(n):
    x = 0.0
    for i in range(n):
        k = i * 2
        x = k * 0.5
        o = Looks()
        o = None
    return x
looked_at(600)
print(log[-1], len(log), len(set(log)))
