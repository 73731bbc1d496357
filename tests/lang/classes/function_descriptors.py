# Functions, classmethods, staticmethods: what __get__ makes of them
def f(self, x=0):
    return self, x


print(f.__get__(5)(1), f.__get__(None, int) is f, f.__get__(5, int).__self__)
for bad in ((), (None,), (None, None)):
    try:
        print(f.__get__(*bad))
    except TypeError as e:
        print(e)


class C:
    cm = classmethod(lambda cls: cls.__name__)
    sm = staticmethod(lambda: "static")


class D(C):
    pass


print(C.cm(), D().cm(), C.sm(), D().sm())
print(C.__dict__["cm"].__get__(None, D)(), C.__dict__["cm"].__get__(D())())
print(C.__dict__["sm"].__get__(None, C)(), C.__dict__["sm"]())
try:
    C.__dict__["cm"]()
except TypeError as e:
    print(e)
print(classmethod(f).__func__ is f, staticmethod(f).__wrapped__ is f, classmethod(f).__name__)
m = C.cm
print(m.__self__ is C, m == C.cm, m is C.cm, hash(m) == hash(C.cm), m.__func__ is C.__dict__["cm"].__func__)
