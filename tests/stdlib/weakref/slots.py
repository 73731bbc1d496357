# __weakref__ in __slots__; without it there is no weak reference.
import weakref


class With:
    __slots__ = ("x", "__weakref__")


class Without:
    __slots__ = ("x",)


w = With()
r = weakref.ref(w)
print(r() is w, w.__weakref__ is r)
try:
    weakref.ref(Without())
except TypeError as error:
    print(error)
for o in (1, "s", (), None, [], {}, 1.5):
    try:
        weakref.ref(o)
    except TypeError as error:
        print(error)
print(all(weakref.ref(o)() is o for o in (print, len, With, weakref, {1}, frozenset([1]), lambda: 0)))
