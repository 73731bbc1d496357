# __len__, __getitem__, __setitem__, __delitem__, __contains__, __missing__, __length_hint__, __reversed__
import operator


class Seq:
    def __len__(self):
        return 3

    def __getitem__(self, i):
        print("get", i)
        if i >= 3:
            raise IndexError(i)
        return i * 10


s = Seq()
print(list(s), 20 in s, 5 in s, list(reversed(s)), s[-1], operator.length_hint(s), max(s))
a, b, c = s
print(a, b, c)


class M(dict):
    def __missing__(self, key):
        return "missing " + str(key)


m = M(a=1)
print(m["a"], m["b"], m.get("b"), "b" in m, len(m), "%(zz)s" % m, "{q}".format_map(m))


class Hint:
    def __init__(self, hint):
        self.hint = hint

    def __length_hint__(self):
        return self.hint

    def __iter__(self):
        return iter([1, 2])


print(operator.length_hint(Hint(7)), operator.length_hint(Hint(NotImplemented), 4), list(Hint(1000)))
for bad in (-1, "a", 1 << 70, 1.5, None):
    try:
        print(operator.length_hint(Hint(bad)))
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
try:
    list(Hint(-1))
except ValueError as e:
    print(e)


class Len:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


for bad in (-1, "a", 1 << 70, 1.5, True):
    for f in (len, bool):
        try:
            print(f(Len(bad)))
        except (TypeError, ValueError, OverflowError) as e:
            print(type(e).__name__, e)
