# Instances of subclasses of numbers can be part of cycles; the collector finds them.
import gc, weakref
refs = []
for base in (float, complex):
    class Number(base):
        pass
    n = Number(5)
    n.me = n
    refs.append(weakref.ref(n))
    del n, Number
gc.collect()
print([r() is not None for r in refs])
