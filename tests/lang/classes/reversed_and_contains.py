# reversed() and `in`: the methods, their absence, None
class R:
    def __reversed__(self):
        return "anything"


class NoneR(list):
    __reversed__ = None


class OnlyIter:
    def __iter__(self):
        return iter("abc")


class NoneContains(list):
    __contains__ = None


class NoneIter:
    __iter__ = None

    def __getitem__(self, i):
        return 1


class Truthy:
    def __contains__(self, item):
        return [item]


print(reversed(R()), "a" in OnlyIter(), "z" in OnlyIter(), 1 in Truthy(), 1 not in Truthy())
for f in (lambda: reversed(NoneR([1])), lambda: reversed(OnlyIter()), lambda: 1 in NoneContains([1]), lambda: 1 in 5,
          lambda: list(NoneIter()), lambda: 1 in NoneIter(), lambda: reversed({1}), lambda: iter(5), lambda: next([]),
          lambda: 1 in None):
    try:
        print(f())
    except TypeError as e:
        print(e)
print(list(reversed({1: 2, 3: 4})), list(reversed({1: 2}.items())))


class BadIter:
    def __init__(self, it):
        self.it = it

    def __iter__(self):
        return self.it


for bad in (5, None, "ab", [1]):
    try:
        list(BadIter(bad))
    except TypeError as e:
        print(e)
class Next:
    __iter__ = lambda self: self
    __next__ = None


try:
    list(Next())
except TypeError as e:
    print(e)
