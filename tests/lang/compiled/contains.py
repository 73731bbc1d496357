# `in` in compiled code: everything that can contain, what raises, and who listens in between.
import sys
class Odd:
    def __contains__(self, x): return x % 2
class Iterates:
    def __iter__(self): return iter((1, 2, 3))
class Raises:
    def __contains__(self, x):
        if x == 900: raise ValueError(x)
        return False
class Dies:
    def __del__(self): Dies.count += 1
    count = 0
    def __contains__(self, x): return x == 3
def count(c, n=1000):
    k = 0
    for i in range(n):
        if i % 5 in c: k += 1
        if i % 5 not in c: k -= 1
    return k
for c in [1, 2], (1, 2), {1, 2}, {1: 1, 2: 2}, Odd(), Iterates(), range(1, 3), b'\1\2', frozenset((3,)), {1: 2}.keys(), {1: 2}.values():
    print(type(c).__name__, count(c))
def raising():
    r, k = Raises(), 0
    try:
        for i in range(1000):
            if i in r: k += 1
            k += 1
    except ValueError as e:
        return k, e
print(raising())
def dying():
    k = 0
    for i in range(600):
        if i % 4 in Dies(): k += 1
    return k, Dies.count
print(dying())
def unhashable():
    k = 0
    for i in range(600):
        key = [i] if i == 500 else i
        try:
            if key in {1: 1}: k += 1
        except TypeError as e:
            print(e)
    return k
print(unhashable())
seen = []
class Listens:
    def __contains__(self, x):
        if x == 500: sys.settrace(lambda *a: None); sys._getframe(1).f_trace = lambda f, e, a: seen.append(f.f_lineno - f.f_code.co_firstlineno)
        if x == 502: sys.settrace(None); sys._getframe(1).f_trace = None
        return x % 2
def traced(c):
    k = 0
    for i in range(600):
        if i in c:
            k += 1
        else:
            k += 2
    return k
print(traced(Listens()), seen)
