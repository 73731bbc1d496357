# __reduce_ex__ and __getstate__ of objects of all sorts.
class A: pass
a = A(); a.x = 1
class S:
    __slots__ = ('p', 'q')
s = S(); s.p = 1
class Both(S): pass
b = Both(); b.p = 2; b.r = 3
class L(list): pass
class D(dict): pass
class N:
    def __getnewargs__(self): return (1, 2)
class NX:
    def __getnewargs_ex__(self): return (1,), {'k': 2}
class G:
    def __getstate__(self): return 'state'
def show(o, protocol=2):
    try:
        f, args, *rest = o.__reduce_ex__(protocol)
        print(f.__name__, args, [list(r) if hasattr(r, '__next__') else r for r in rest])
    except TypeError as e:
        print('TypeError', e)
for o in (a, s, b, L([1]), D(k=1), N(), NX(), G()): show(o)
print(a.__getstate__(), s.__getstate__(), b.__getstate__(), object().__getstate__(), A().__getstate__())
show(object()); show((1, 2).__iter__().__class__)
class R:
    def __reduce__(self): return (int, (5,))
print(R().__reduce_ex__(4))
for bad in (1, (1,), (1, 2), ((), 2)):
    class Bad:
        def __getnewargs_ex__(self): return bad
    try:
        Bad().__reduce_ex__(2)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
