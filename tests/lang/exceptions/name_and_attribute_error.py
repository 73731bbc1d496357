# AttributeError and NameError: name, obj; keywords of the constructors
class Thing:
    color = 1


t = Thing()
for f in (lambda: t.colour, lambda: Thing.colr, lambda: undefined_name, lambda: [].appendd, lambda: setattr(5, "x", 1),
          lambda: delattr(t, "nope"), lambda: t.color.x, lambda: __import__("math").sqr):
    try:
        f()
    except AttributeError as e:
        print("A", e, e.name, getattr(e.obj, "__name__", type(e.obj).__name__))
    except NameError as e:
        print("N", e, e.name)


def local():
    print(x)
    x = 1


try:
    local()
except UnboundLocalError as e:
    print(e, e.name)
e = AttributeError("m", name="n", obj=5)
print(e.name, e.obj, e.args)
e = NameError("m", name="n")
print(e.name, e.args, NameError().name, AttributeError().obj)
for cls, kw in ((AttributeError, {"x": 1}), (NameError, {"obj": 1}), (NameError, {"x": 1, "y": 2}), (ValueError, {"x": 1})):
    try:
        cls(**kw)
    except TypeError as x:
        print(x)
try:
    raise AttributeError("plain")
except AttributeError as e:
    print(e.name, e.obj)
e = AttributeError("q", name="n", obj=1)
print(e.__reduce__(), e.__getstate__())
