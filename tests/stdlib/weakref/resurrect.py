# __del__ runs after weak references are emptied, so a resurrected object has none left.
import weakref


class A:
    def __del__(self):
        global saved
        saved = self
        print("in __del__", r() is None)


a = A()
r = weakref.ref(a)
del a
print(r() is None, saved is not None)
