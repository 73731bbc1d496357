# __name__, __qualname__, __module__, __doc__ of classes: assignment and its errors
class C:
    class Inner:
        pass


def make():
    class Local:
        pass
    return Local


print(C.Inner.__qualname__, make().__qualname__, C.__module__, C.__doc__, repr(C.Inner))
C.__name__ = "Other"
print(C.__name__, C.__qualname__, repr(C), str(C()).split(" at")[0])
C.__qualname__ = "X.Y"
print(repr(C))
C.__module__ = "m"
print(repr(C))
C.__module__ = 5
print(repr(C))
C.__doc__ = "now"
print(C.__doc__, C().__doc__)
for name, value in (("__name__", 5), ("__name__", "a\0b"), ("__qualname__", 5), ("__name__", "\ud800"), ("__dict__", {}),
                    ("__mro__", ()), ("__base__", int), ("__flags__", 1)):
    try:
        setattr(C, name, value)
        print("ok")
    except (TypeError, ValueError, AttributeError, UnicodeEncodeError) as e:
        print(type(e).__name__, e)
for cls in (int, type, object):
    for name in ("__name__", "__module__", "__doc__", "x"):
        try:
            setattr(cls, name, "y")
        except TypeError as e:
            print(e)
for name in ("__name__", "__qualname__", "__module__", "__doc__", "__bases__", "__abstractmethods__"):
    try:
        delattr(C, name)
        print("deleted", name)
    except (TypeError, AttributeError) as e:
        print(e)
print(type("T", (), {"__doc__": "given", "__module__": "mm", "__qualname__": "Q"}))
