# object() takes no arguments, unless a class overrides only the other of __new__ and __init__
class Neither:
    pass


class OnlyNew:
    def __new__(cls, *args):
        return super().__new__(cls)


class OnlyInit:
    def __init__(self, *args):
        pass


class PassesNew:
    def __new__(cls, *args):
        return super().__new__(cls, *args)


class PassesInit:
    def __init__(self, *args):
        super().__init__(*args)


class PassesBoth:
    def __new__(cls, *args):
        return super().__new__(cls, *args)

    def __init__(self, *args):
        super().__init__(*args)


for cls in (Neither, OnlyNew, OnlyInit, PassesNew, PassesInit, PassesBoth, object, type("Sub", (OnlyNew,), {})):
    for args in ((), (1,)):
        try:
            print(type(cls(*args)).__name__, args)
        except TypeError as e:
            print(e)
for call in (lambda: object(a=1), lambda: Neither(a=1), lambda: object.__new__(), lambda: object.__new__(5), lambda: object.__new__(int),
             lambda: int.__new__(str), lambda: int.__new__(bool, 1), lambda: object.__init__(), lambda: bool.__new__(int),
             lambda: object.__new__(type), lambda: dict.__new__(Neither), lambda: Neither.__new__(OnlyInit, 1) and "made",
             lambda: Exception.__new__(int)):
    try:
        print(call())
    except TypeError as e:
        print(e)
