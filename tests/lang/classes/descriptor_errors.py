# Exceptions in __get__ and __set__ reach the caller; AttributeError in __get__ turns to __getattr__
class Bad:
    def __init__(self, exc):
        self.exc = exc

    def __get__(self, obj, owner):
        raise self.exc

    def __set__(self, obj, value):
        raise self.exc


class C:
    a = Bad(AttributeError("mine"))
    k = Bad(KeyError("key"))


class D(C):
    def __getattr__(self, name):
        return "getattr " + name


for o in (C(), D()):
    for name in "ak":
        try:
            print(getattr(o, name))
        except Exception as e:
            print(type(e).__name__, e)
        print(getattr(o, name, "default") if name == "a" else "-")
        try:
            setattr(o, name, 1)
        except Exception as e:
            print("set", type(e).__name__, e)
print(hasattr(C(), "a"), hasattr(D(), "a"))
try:
    hasattr(C(), "k")
except KeyError as e:
    print(e)
