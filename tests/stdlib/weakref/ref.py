# ref: calls give the object while it lives; equality and hash are the object's.
import weakref


class A:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __hash__(self):
        return self.n


a, b = A(1), A(1)
r, s = weakref.ref(a), weakref.ref(b)
print(r() is a, r == s, hash(r), r is weakref.ref(a), weakref.getweakrefcount(a))
del a
print(r(), r == s, r == r, hash(r))
dead = weakref.ref(A(5))
try:
    hash(dead)
except TypeError as error:
    print(error)
print(weakref.ref is weakref.ReferenceType, weakref.getweakrefs(b) == [s])
try:
    weakref.ref(1)
except TypeError as error:
    print(error)
try:
    weakref.ref()
except TypeError as error:
    print(error)
