# The call of a class: __call__ of the metaclass, then __new__ and __init__
class Meta(type):
    def __call__(cls, *args, **kw):
        print("call", cls.__name__, args, kw)
        if args == ("raw",):
            return "raw"
        return super().__call__(*args, **kw)


class C(metaclass=Meta):
    def __new__(cls, *args, **kw):
        print("new", args, kw)
        if args == ("other",):
            return 5
        return super().__new__(cls)

    def __init__(self, *args, **kw):
        print("init", args, kw)


print(type(C(1, a=2)).__name__, C("raw"), C("other"))


class Wrong:
    def __init__(self):
        return 1


class AlsoWrong:
    def __new__(cls):
        pass

    def __init__(self):
        print("not called")


try:
    Wrong()
except TypeError as e:
    print(e)
print(AlsoWrong())


class Singleton(type):
    def __call__(cls):
        if not hasattr(cls, "_it"):
            cls._it = super().__call__()
        return cls._it


class S(metaclass=Singleton):
    pass


print(S() is S())
