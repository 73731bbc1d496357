# Names of attributes: str and its subclasses; anything else is refused
class Name(str):
    def __eq__(self, other):
        return str.__eq__(self, other)

    __hash__ = str.__hash__


class C:
    def m(self):
        return "method"

    x = 1


c = C()
print(getattr(c, Name("x")), getattr(c, Name("m"))(), hasattr(c, Name("nope")), getattr(c, Name("nope"), "default"))
setattr(c, Name("y"), 2)
print(c.y, getattr(c, Name("y")), c.__dict__, [type(k).__name__ for k in c.__dict__])
delattr(c, Name("y"))
try:
    getattr(c, Name("y"))
except AttributeError as e:
    print(e, type(e.name).__name__)
setattr(C, Name("z"), 3)
print(c.z, getattr(C, Name("z")))
for bad in (1, None, b"x", ("x",)):
    for f in (getattr, hasattr, delattr, lambda o, n: setattr(o, n, 1), lambda o, n: o.__getattribute__(n),
              lambda o, n: type.__getattribute__(C, n)):
        try:
            f(c, bad)
        except TypeError as e:
            print(e)


class G:
    def __getattr__(self, name):
        return type(name).__name__, name


print(getattr(G(), Name("q")), getattr(G(), "\ud800") == ("str", "\ud800"))
