# What a finalizer brings back stays alive with all it refers to, and is collected later without a second finalizer.
import gc

gc.collect()
gc.disable()


class A:
    def __init__(self):
        self.me = self
        self.data = ["data"]

    def __del__(self):
        global saved
        saved = self
        print("finalizer of", self.data)


A()
print(gc.collect())
print(saved.data, saved.me is saved)
del saved
print(gc.collect() > 0, gc.collect())
