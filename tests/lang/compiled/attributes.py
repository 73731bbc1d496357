# attributes in hot loops: beside a dict of the instance's own, of classes and metaclasses, of many classes, while all that changes
class Meta(type):
    pass

class A(metaclass=Meta):
    kind = "A"
    def method(self):
        return 1

class Plain:
    kind = "plain"
    def method(self):
        return 2

def read(o, n):
    total = []
    for i in range(n):
        x = o.kind
        total.append(x)
        if i == n - 3:
            o.__dict__["kind"] = "own"
    return total[-4:]

def call(o, n):
    total = 0
    for i in range(n):
        total += o.method()
        if i == n - 2:
            o.__dict__["method"] = lambda: 100
    return total

def of_class(c, n, change):
    seen = []
    for i in range(n):
        seen.append((c.kind, c.method(c)))
        if i == n - 3:
            change(c)
    return seen[-4:]

def dicted(c):
    o = c()
    o.x = 1
    vars(o)["y"] = 2
    return o

for n in (10, 700):
    for c in (A, Plain):
        print(read(dicted(c), n), read(c(), n), call(dicted(c), n), call(c(), n))
    def new_kind(c):
        c.kind = "changed"
    def new_method(c):
        c.method = lambda self: "other"
    def metaclass_says(c):
        Meta.kind = property(lambda cls: "by the metaclass")
    print(of_class(A, n, new_kind), of_class(A, n, new_method), of_class(A, n, metaclass_says))
    print(of_class(Plain, n, new_kind), of_class(Plain, n, new_method))
    del Meta.kind
    A.kind, A.method = "A", lambda self: 1
    Plain.kind, Plain.method = "plain", lambda self: 2

# many classes at one place: loads, stores, methods; then one that computes
classes = [type(f"C{i}", (), {"__init__": lambda self, v: setattr(self, "value", v), "name": f"c{i}",
                              "get": lambda self: self.value}) for i in range(7)]
class Slotted:
    __slots__ = ("value", "name")
    def __init__(self, v):
        self.value, self.name = v, "slotted"
    def get(self):
        return self.value
class Computed:
    def __init__(self, v):
        self.v, self.name = v, "computed"
    value = property(lambda self: self.v * 2, lambda self, v: setattr(self, "v", v))
    def get(self):
        return -self.v
class Anything:
    name = "anything"
    def __getattr__(self, name):
        return 5 if name == "value" else (lambda: 7)
    def __setattr__(self, name, value):
        pass

def sums(objects, rounds):
    total = 0
    for _ in range(rounds):
        for o in objects:
            total += o.value + o.get()
            o.value = o.value + 1
    return total, [o.value for o in objects]

objects = [c(i) for i, c in enumerate(classes)] + [Slotted(50)]
print(sums(objects, 200))
objects.append(Computed(3))
print(sums(objects, 20))
objects.append(Anything())
print(sums(objects, 20))
del objects[2].value
try:
    sums(objects, 20)
except AttributeError as e:
    print(e)

# attributes that begin in the loop, numbers that take the place of others, and of other things
class Grow:
    pass
class Loud:
    def __del__(self):
        print("gone", end=" ")
def grow(n):
    out = []
    for i in range(n):
        g = Grow()
        g.a = i * 1.5
        g.b = i
        g.c = g.b + 300
        g.a = g.a + 1
        g.b = g.b * 1000
        g.c = None
        g.c = g.a - 1
        if i % 300 == 299:
            g.b = Loud()
            g.b = g.a * 2
            out.append((list(vars(g).items()), g.c))
    return out
print(grow(900))

def swap(n):
    p, q = Grow(), Grow()
    p.x, q.x = 1000, 2000
    for i in range(n):
        p.x, q.x = q.x + 1, p.x
        keep = p.x
        p.x = p.x + 1
        assert keep == p.x - 1, (keep, p.x)
    return p.x, q.x
print(swap(500))
