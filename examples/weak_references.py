"""weakref: references that do not keep alive, and what is told when the object goes."""
import weakref


class Picture:
    def __init__(self, name):
        self.name = name

    def show(self):
        return f"showing {self.name}"


cache = weakref.WeakValueDictionary()
sky = Picture("sky")
cache["sky"] = sky
ref = weakref.ref(sky, lambda ref: print("callback: the picture is gone"))
method = weakref.WeakMethod(sky.show)
weakref.finalize(sky, print, "finalize: closing its file")
print(ref() is sky, method()(), list(cache))
del sky
print(ref(), method(), list(cache))
assert ref() is None and not cache
