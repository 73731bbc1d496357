# A proxy does what its object does, until that is gone.
import weakref


class A:
    def __init__(self):
        self.items = [1, 2]

    def __len__(self):
        return 2

    def __getitem__(self, i):
        return self.items[i]

    def __add__(self, other):
        return ("add", other)

    def __call__(self, *args):
        return args

    def __str__(self):
        return "text"

    def __bool__(self):
        return False

    def __contains__(self, x):
        return x in self.items

    def __iter__(self):
        return iter(self.items)


a = A()
p = weakref.proxy(a)
print(len(p), p[1], p + 3, p(1, 2), str(p), bool(p), 2 in p, list(p))
p.new = 5
print(a.new, p.__class__ is A, type(p).__name__, isinstance(p, A))
del p.new
print(hasattr(a, "new"), type(weakref.proxy([].__class__.append)) if 0 else weakref.CallableProxyType is type(p))
try:
    hash(p)
except TypeError as error:
    print(error)
del a
for use in (lambda: p.items, lambda: len(p), lambda: p + 1, lambda: str(p), lambda: p(1), lambda: bool(p)):
    try:
        use()
    except ReferenceError as error:
        print(error)
