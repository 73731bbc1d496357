# __getattr__, __getattribute__, __setattr__, __delattr__, __dir__: who is called when
class C:
    cls = 1

    def __getattribute__(self, name):
        print("getattribute", name)
        return super().__getattribute__(name)

    def __getattr__(self, name):
        print("getattr", name)
        if name == "never":
            raise AttributeError("never")
        return name * 2

    def __setattr__(self, name, value):
        print("setattr", name, value)
        super().__setattr__(name, value)

    def __delattr__(self, name):
        print("delattr", name)
        super().__delattr__(name)

    def __dir__(self):
        return ["z", "a", "m"]


c = C()
c.x = 1
print(c.x, c.cls, c.nope)
del c.x
print(dir(c), hasattr(c, "never"), getattr(c, "never", 7))
try:
    c.never
except AttributeError as e:
    print(e, e.name, e.obj is c)
try:
    del c.gone
except AttributeError as e:
    print(e)
len_of = type("L", (C,), {"__len__": lambda self: 3})()
print(len(len_of), object.__getattribute__(c, "cls"))
for bad in (5, None, "ab", [1, "a"]):
    try:
        print(dir(type("D", (), {"__dir__": lambda self: bad})()))
    except TypeError as e:
        print(e)
