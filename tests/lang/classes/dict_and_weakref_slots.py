# Which instances have __dict__ and __weakref__
import weakref


class Neither:
    __slots__ = ()


class WithDict:
    __slots__ = "__dict__"


class WithWeak:
    __slots__ = "__weakref__"


class Both:
    pass


class Sub(Neither):
    pass


for cls in (Neither, WithDict, WithWeak, Both, Sub, type("I", (int,), {}), type("T", (tuple,), {}),
            type("TS", (tuple,), {"__slots__": ()}), type("E", (Exception,), {}), type("L", (list,), {"__slots__": ()})):
    o = cls()
    try:
        weakref.ref(o)
        weak = True
    except TypeError as e:
        weak = str(e)
    try:
        o.x = 1
        has = o.__dict__
    except AttributeError as e:
        has = str(e)
    print(cls.__name__, weak, has, cls.__weakrefoffset__ != 0, cls.__dictoffset__ != 0,
          sorted(set(vars(cls)) & {"__dict__", "__weakref__"}))
print(Both().__weakref__, type(Both.__dict__["__dict__"]).__name__, repr(Both.__dict__["__weakref__"]))
b = Both()
r = weakref.ref(b)
print(b.__weakref__ is r)
for value in (5, None):
    try:
        b.__dict__ = value
    except TypeError as e:
        print(e)
b.__dict__ = {"q": 1}
print(b.q)
del b.__dict__
print(b.__dict__, hasattr(b, "q"))
try:
    b.__weakref__ = 1
except AttributeError as e:
    print(e)
