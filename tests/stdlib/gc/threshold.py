# set_threshold and get_threshold.
import gc

old = gc.get_threshold()
print(len(old))
gc.set_threshold(1000, 5, 7)
print(gc.get_threshold())
gc.set_threshold(500)
print(gc.get_threshold())
gc.set_threshold(0)
print(gc.get_threshold())
for wrong in ((), (1, 2, 3, 4)):
    try:
        gc.set_threshold(*wrong)
    except TypeError as error:
        print("TypeError")
try:
    gc.set_threshold("x")
except TypeError as error:
    print(error)
