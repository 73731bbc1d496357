# get_objects: all tracked objects, or those of one generation.
import gc


class A:
    pass


gc.disable()
a = A()
print(any(x is a for x in gc.get_objects()))
print(any(x is a for x in gc.get_objects(generation=None)))
gc.collect()
print(any(x is a for x in gc.get_objects(2)))
print(any(x is a for x in gc.get_objects(-1)))
for wrong in (3, -2):
    try:
        gc.get_objects(wrong)
    except ValueError as error:
        print(error)
for wrong in ("x", 1.5):
    try:
        gc.get_objects(wrong)
    except TypeError as error:
        print(error)
