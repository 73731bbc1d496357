# WeakMethod: a bound method that does not keep its object.
import weakref


class A:
    def m(self):
        return "called"


a, b = A(), A()
log = []
r = weakref.WeakMethod(a.m, lambda ref: log.append(ref() is None))
print(r()(), r() == a.m, r == weakref.WeakMethod(a.m), r == weakref.WeakMethod(b.m), weakref.ref(a.m)())
print(hash(r) == hash(weakref.WeakMethod(a.m)))
del a
print(r(), log, r == weakref.WeakMethod(b.m))
try:
    weakref.WeakMethod(len)
except TypeError as error:
    print(error)
