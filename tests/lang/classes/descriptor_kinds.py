# Data descriptors win over the instance, others lose; __set__ without __get__ stores apart
class Data:
    def __get__(self, obj, owner=None):
        return "data", obj is None, owner.__name__

    def __set__(self, obj, value):
        print("set", value)

    def __delete__(self, obj):
        print("delete")


class NonData:
    def __get__(self, obj, owner):
        return "nondata", obj is None


class SetOnly:
    def __set__(self, obj, value):
        obj.__dict__["s"] = value * 2


class DeleteOnly:
    def __delete__(self, obj):
        print("deleting")


class C:
    d, n, s, x = Data(), NonData(), SetOnly(), DeleteOnly()


c = C()
c.__dict__.update(d=1, n=2)
print(c.d, c.n, C.d, C.n)
c.d = 5
del c.d
c.s = 4
print(c.s, type(c.s).__name__)
del c.x
for action in (lambda: setattr(c, "x", 1), lambda: delattr(c, "s"), lambda: Data().__get__(c)):
    try:
        action()
    except AttributeError as e:
        print(type(e).__name__, e)
    except TypeError as e:
        print(type(e).__name__, e)
