# Whatever recurses, in the language or below it, ends with RecursionError.
class C:
    def __repr__(self): return repr(self)
    def __eq__(self, other): return other == self
    def __hash__(self): return hash(self)
    def __add__(self, other): return self + other
    def __getattr__(self, name): return self.other
    def __call__(self): return self()
    def __iter__(self): return iter(self)
    def __instancecheck__(self, o): return isinstance(o, self)

def f():
    return f()

nested = []
for _ in range(200_000):
    nested = [nested]

c = C()
for action in (f, c, lambda: repr(c), lambda: c == C(), lambda: hash(c), lambda: c + 1, lambda: c.x, lambda: iter(c),
               lambda: isinstance(1, c), lambda: repr(nested), lambda: max(c, key=c)):
    try:
        action()
    except RecursionError as e:
        print(str(e).split(' (')[0])
