# __index__, __int__ and __float__ that return a subclass: a DeprecationWarning each time
import operator
import warnings

warnings.simplefilter("always")
warnings.showwarning = lambda message, category, *rest: print(category.__name__, message)


class Int(int):
    pass


class Float(float):
    pass


class C:
    def __index__(self):
        return Int(3)

    def __int__(self):
        return Int(4)

    def __float__(self):
        return Float(1.5)

    def __complex__(self):
        return type("Complex", (complex,), {})(1, 2)


c = C()
for f in (operator.index, int, float, complex, hex, lambda x: [0, 1, 2, 3][x]):
    r = f(c)
    print(type(r).__name__, r)


class D:
    def __int__(self):
        return True


print(int(D()), type(int(D())).__name__)
warnings.simplefilter("error")
for f in (operator.index, int, float, complex):
    try:
        f(c)
    except DeprecationWarning as e:
        print("error:", e)
