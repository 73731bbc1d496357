# __prepare__ gives the namespace of the class body; its result need not be a dict
class Log(dict):
    def __setitem__(self, key, value):
        print("set", key)
        super().__setitem__(key, value)


class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases, **kw):
        print("prepare", mcls.__name__, name, bases, kw)
        return Log(given=1)

    def __new__(mcls, name, bases, ns, **kw):
        print("new", type(ns).__name__, sorted(k for k in ns if not k.startswith("__")), kw)
        return super().__new__(mcls, name, bases, dict(ns))

    def __init__(cls, name, bases, ns, **kw):
        print("init", name, kw)


class C(metaclass=Meta, flag=True):
    x = given + 1

    def m(self):
        pass


print(C.x, C.given)
for result in (5, None, [1]):
    class Bad(type):
        @classmethod
        def __prepare__(mcls, *args):
            return result
    try:
        class D(metaclass=Bad):
            pass
    except TypeError as e:
        print(e)


def function_meta(name, bases, ns):
    return name, bases, sorted(ns)


class E(metaclass=function_meta):
    y = 1


print(E)
