# Callbacks: the newest first, after every reference has been emptied, and errors in them go nowhere but to the hook.
import sys
from _weakref import proxy, ref, getweakrefcount, getweakrefs

class A: pass
order = []
a = A()
plain = ref(a)
refs = [ref(a, lambda r, i=i: order.append((i, r() is None, plain() is None))) for i in range(3)]
dropped = ref(a, lambda r: order.append('dropped'))
del dropped
p = proxy(a, lambda r: order.append('proxy'))
print(plain is ref(a), getweakrefcount(a), getweakrefs(a)[0] is plain)
del a
print(order)

class Report:
    def __call__(self, u):
        print(u.exc_type.__name__, u.exc_value, u.err_msg.split('<')[0], u.object)
sys.unraisablehook = Report()

def broken(r):
    raise KeyError('broken')
a = A()
r = ref(a, broken)
del a

class D:
    def __del__(self): raise ValueError('dying')
D()

try:
    p.x
except ReferenceError as e:
    print(e)
a = A()
a.cycle = a
r = ref(a, lambda r: print('collected', r()))
del a
import gc
gc.collect()
