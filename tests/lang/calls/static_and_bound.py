# Static methods and bound methods called often: what they are is looked at again each time.
import sys
import weakref


class Plain:
    @staticmethod
    def double(n):
        return 2 * n

    def add(self, n=1, m=0):
        return n + m

    def count(self, n):
        return self.count(n - 1) + 1 if n else 0


class Derived(Plain):
    pass


def run(o, values):
    return [o.double(v) for v in values]


def hot(f, n):
    return [f(i) for i in range(n)][-1]


o, d = Plain(), Derived()
print(run(o, range(3)), run(Plain, range(30))[-1], run(d, range(30))[-1], run(Derived, [1]))
o.double = lambda n: "own"
print(run(o, [1]), run(Plain(), [1]))
found = Plain.__dict__["double"]
found.__init__(lambda n: ("changed", n))
print(run(d, [1]), run(Derived, [1]))
Plain.double = staticmethod(len)
print(run(d, ["abc"] * 20)[-1], run(Derived, ["abc"] * 20)[-1])
del Plain.double
try:
    run(d, [1])
except AttributeError as e:
    print(e)

bound = d.add
before = sys.getrefcount(d), sys.getrefcount(Plain.add)
print(hot(bound, 30), hot(o.count, 30), hot(bound, 5), hot(o.add, 30), hot(len.__call__ if 0 else str, 30))
print(before == (sys.getrefcount(d), sys.getrefcount(Plain.add)))
for i in range(30):
    bound = Plain().count  # dies with its object once it has been called
    gone = weakref.ref(bound, lambda r: deaths.append(r))
    deaths = []
    bound(1)
    del bound
print(len(deaths), gone())


def call_temporaries(n):
    return [(lambda m: m(i))(Derived().count) for i in range(n)]


print(call_temporaries(25)[-1])
try:
    [d.add(i, i, i) for i in range(3)]
except TypeError as e:
    print(e)
m = d.count
try:
    hot(lambda i: m(i, i), 3)
except TypeError as e:
    print(e)
