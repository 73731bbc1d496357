# A reference that is gone itself is not called back.
import weakref


class A:
    pass


a = A()
r = weakref.ref(a, print)
del r
del a
print("silence")
