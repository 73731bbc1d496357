# is_finalized: a finalizer has run, and the object came back.
import gc

saved = []


class A:
    def __del__(self):
        saved.append(self)
        print("finalizer")


class B:
    pass


a = A()
print(gc.is_finalized(a))
del a
print(gc.is_finalized(saved[0]))
print(gc.is_finalized(3), gc.is_finalized(B()), gc.is_finalized("x"))
b = saved.pop()
del b
print("no second time", saved)
