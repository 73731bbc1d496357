# Functions of modules called in compiled loops: exchanged meanwhile, also while the arguments are computed.
import math
import types

m = types.ModuleType("m")
m.f = lambda x: x + 1
m.g = math.floor

def run(n, at, change):
    out = 0
    for i in range(n):
        if i == at: change()
        out += m.f(i) + m.g(2.5)
    return out

def exchange():
    m.f = lambda x: -x

def replaced(x):
    m.h = None
    return x

print(run(1000, 900, lambda: None), run(1000, 900, exchange))

def arguments(n):
    out = []
    for i in range(n):
        m.h = lambda x: [x]
        out = m.h(replaced(i))
    return out, m.h

print(arguments(1000))

class Other:
    f = staticmethod(lambda x: "other")
    g = staticmethod(lambda x: "")

def of(module, n):
    for i in range(n): last = module.f(1)
    return last

print(of(m, 1000), of(Other, 10), of(m, 10))
del m.f
try:
    of(m, 3)
except AttributeError as e:
    print(e)
