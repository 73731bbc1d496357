# calls of built-in functions, methods and types in compiled code: what changes while they are hot
import sys


class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)

    def __len__(self):
        return 3

    def __index__(self):
        return 2


def lengths(f, o):
    return f(o)


for i in range(50):
    lengths(len, "abc")
print(lengths(len, [1, 2]), lengths(abs, -3), lengths(len, Loud("argument")))
print(lengths(lambda o: o * 2, 4), lengths(str, 5), lengths(Loud, "made").name)


def methods(o, key):
    return o.get(key), o.__len__(), o.copy()


class Mine(dict):
    def get(self, key):
        return "mine"


for i in range(50):
    methods({"a": 1}, "a")
print(methods({"a": 2}, "a"), methods(Mine(a=2), "a"))


def fails(items, f):
    items.append(
        f("x"))
    return items.pop(*[7])


for i in range(30):
    try:
        fails([], int)
    except ValueError as e:
        last = e
print(last, last.__traceback__.tb_next.tb_lineno - fails.__code__.co_firstlineno)


def counts(o):
    return sys.getrefcount(o), sys.getrefcount(o)


o = object()
print({counts(o) for i in range(50)} == {counts(o)}, type(counts(o)) is tuple)


def bound(f, x):
    f(x)
    return f


# the last reference to a bound method, and to its object, goes during the call
class Key:
    def __lt__(self, other):
        held.clear()
        return False


held = []
for i in range(40):
    held.append([Key(), Key()].sort)
    held.pop()()
print(bound([1].append, 2).__self__)


def types(o, t):
    return type(o), t(o), type(o)(o)


for i in range(50):
    types(3, float)
print(types(3, float), types("7", int), types(True, bool), type(types(10 ** 40, str)[0]))


def traced(n):
    for i in range(n):
        if i == 40:
            sys.setprofile(lambda frame, event, arg: seen.append((event, getattr(arg, "__name__", None))))
        len("abc")
    sys.setprofile(None)


seen = []
traced(42)
print(seen)
