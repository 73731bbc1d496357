# Subclasses of ref have attributes of their own and are not shared.
import weakref


class Ref(weakref.ref):
    def __init__(self, obj, callback=None, name="none"):
        super().__init__(obj, callback)
        self.name = name

    def __new__(cls, obj, callback=None, name="none"):
        return super().__new__(cls, obj, callback)


class A:
    pass


a = A()
r = Ref(a, name="first")
print(r.name, r() is a, r is Ref(a), r == weakref.ref(a), weakref.getweakrefcount(a))
del a
print(r(), r.name)
