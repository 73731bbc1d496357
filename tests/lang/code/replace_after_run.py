# code.replace() of code that has run: what its instructions had learnt does not count for the copy
x, y = 1, 2
def f():
    return x
for _ in range(1000): f()
g = type(f)(f.__code__.replace(co_names=("y",)), globals())
print(f(), g())
def h(o): return o.a
class P: 
    def __init__(self): self.a, self.b = 1, 2
p = P()
for _ in range(1000): h(p)
k = type(h)(h.__code__.replace(co_names=("b",)), globals())
print(k(p))
def c(): return 5 + len("abc")
for _ in range(1000): c()
c2 = type(c)(c.__code__.replace(co_consts=tuple("zz" if v == "abc" else v for v in c.__code__.co_consts)), globals())
print(c(), c2())
