# Callbacks of living weak references to garbage are called; those of garbage are not.
import gc
import weakref

gc.collect()
gc.disable()


class A:
    pass


a, b = A(), A()
a.b, b.a = b, a
outside = weakref.ref(a, lambda ref: print("outside", ref() is None))
a.inside = weakref.ref(b, lambda ref: print("never"))
del a, b
print(gc.collect() > 0, outside())
