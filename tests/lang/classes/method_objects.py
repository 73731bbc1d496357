# Bound methods: comparison, attributes of the function, no attributes of their own
class C:
    def m(self, x):
        "doc"
        return x

    def __eq__(self, other):
        return True

    __hash__ = None


a, b = C(), C()
print(a.m == a.m, a.m == b.m, a.m != b.m, a.m == C.m)
print(a.m.__name__, a.m.__qualname__, a.m.__doc__, a.m.__self__ is a, a.m.__func__ is C.m, a.m.__module__)
C.m.extra = 5
print(a.m.extra)
try:
    a.m.extra = 6
except AttributeError as e:
    print(e)
try:
    del a.m.extra
except AttributeError as e:
    print(e)
try:
    a.m.missing
except AttributeError as e:
    print(e)
print(hash(a.m) == hash(a.m))
print(repr(a.m).split(" at ")[0])
method = type(a.m)
print(method(len, [1, 2])(), method(print, "x"))
for args in ((), (1, 2), (len, None), (len,)):
    try:
        method(*args)
    except TypeError as e:
        print(e)
