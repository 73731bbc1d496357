# itemgetter of lists, tuples and what is not quite that; methodcaller of methods of all kinds.
import operator

class Row(list):
    def __getitem__(self, i): return ("own", i)

class Thing:
    def method(self, *args): return args
    @classmethod
    def of_class(cls, a): return cls.__name__, a
    @staticmethod
    def plain(a): return a
    def __init__(self): self.own = lambda *args: ("own", args)

for key in 0, 1, -1, True, 5, -5, slice(1), "x", 10 ** 30:
    get = operator.itemgetter(key)
    for o in [1, 2], (3, 4), Row([5, 6]), "ab", {0: "zero", "x": "ex"}, range(7, 9):
        try:
            print(key, get(o))
        except (IndexError, KeyError, TypeError) as e:
            print(key, type(e).__name__, e)
thing = Thing()
for name in "method", "of_class", "plain", "own", "missing":
    for args in (), (1,), tuple(range(20)):
        try:
            print(operator.methodcaller(name, *args)(thing))
        except (TypeError, AttributeError) as e:
            print(e)
try:
    operator.methodcaller("upper", 1)("a")
except TypeError as e:
    print(e)
print(operator.methodcaller("mro")(bool), operator.methodcaller("fromkeys", "ab")({}))
