# Callbacks are called with the dead reference, the newest reference first.
import weakref


class A:
    pass


a = A()
refs = [weakref.ref(a, lambda ref, i=i: print(i, ref(), ref is refs[i])) for i in range(4)]
print(weakref.getweakrefcount(a), refs[0].__callback__ is not None)
del a
print(refs[0].__callback__)
