# More than the threshold of new containers starts a collection by itself.
import gc
import weakref


class A:
    pass


gc.collect()
gc.set_threshold(100, 10, 10)
a = A()
a.me = a
ref = weakref.ref(a)
del a
keep = [[] for _ in range(1000)]
for i in range(10):
    keep.append([])
print(ref() is None)
