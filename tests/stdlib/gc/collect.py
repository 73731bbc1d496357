# collect: how many objects were unreachable; generations 0 to 2 and no others.
import gc

gc.collect()
gc.disable()
a = []
a.append(a)
del a
print(gc.collect())
d = {}
d[1] = d
del d
print(gc.collect(generation=2))
for wrong in (-1, 3, 99):
    try:
        gc.collect(wrong)
    except ValueError as error:
        print(error)
try:
    gc.collect("x")
except TypeError as error:
    print(error)
print(gc.collect(0), gc.collect(1), gc.collect(2))
