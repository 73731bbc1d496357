# calls of every kind in a loop that runs often
def plain(a, b): return a - b
def defaults(a, b=2, *, c=3): return a + b * c
def many(*args, **kwargs): return len(args) * 10 + len(kwargs)
class C:
    def __init__(self, v=1): self.v = v
    def method(self, x=1): return self.v + x
    @staticmethod
    def static(x): return x * 2
    @classmethod
    def cls(cls, x): return cls(x).v
    def __call__(self, x): return x + self.v
    @property
    def prop(self): return self.v * 3
    def __getitem__(self, k): return k + self.v
    def __setitem__(self, k, v): self.v = k + v
    def __add__(self, other): return self.v + other
    def __eq__(self, other): return self.v == other
    def __len__(self): return self.v
def run(n):
    o, t = C(4), 0
    bound = o.method
    for i in range(n):
        t += plain(i, 1) + plain(b=1, a=i) + defaults(i) + defaults(i, c=i) + many(1, *(2, 3), x=1, **{'y': 2})
        t += o.method() + o.method(i) + o.method(x=i) + C.static(i) + o.static(i) + C.cls(i) + o(i) + bound(2)
        t += o.prop + o[i] + (o + i) + len(o) + (o == 4) + C().v + C(v=i).v + max(i, 3) + abs(-i) + len('abc')
        o[1] = 3
        t += (lambda x: x + i)(1) + sum([i, 1]) + int('7') + 'a,b'.count(',')
    return t
print(run(700))
for bad in 'plain(1)', 'plain(1, 2, 3)', 'plain(1, c=2)', 'defaults()', 'C(1, 2)', 'C().method(1, 2)', 'C.method()', 'max()':
    def calls(f, n=600):
        for i in range(n): f(i)
    f = eval(f'lambda i: {bad} if i == 599 else i')
    try: calls(f)
    except TypeError as e: print(e)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(18))
def even(n): return True if n == 0 else odd(n - 1)
def odd(n): return False if n == 0 else even(n - 1)
print(even(500), odd(501), even(7))
