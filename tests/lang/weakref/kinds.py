# References and proxies of all sorts.

from _weakref import ref, proxy
def shape(o):
    return " ".join("0x" if w.startswith("0x") else w for w in repr(o).replace(";", " ;").replace(">", " >").split())

class C:
    def __call__(self): return 'called'
    def __len__(self): return 3
    def __add__(self, o): return 'add'
    def __iadd__(self, o): return 'iadd'
    def __getitem__(self, k): return k
    def __contains__(self, k): return True
    def __bool__(self): return False
    def __str__(self): return 'text'
    def __eq__(self, o): return o == 3
    def __hash__(self): return 7
    def __index__(self): return 1
c = C()
def f(): pass
for o in c, f, len, C, {1}, f.__code__:
    try:
        print(shape(ref(o)))
    except TypeError as e:
        print(e)
for o in 1, 'x', [], {}, None, object(), ValueError():
    try:
        print(shape(ref(o)))
    except TypeError as e:
        print(e)
p = proxy(c)
print(p(), len(p), p + 1, p[4], 9 in p, bool(p), str(p), p == 3, [5, 6][p], isinstance(p, C), type(p), shape(p))
p += 1
print(p, hash(ref(c)), ref(c) == ref(c))
class Slots: __slots__ = ()
class Weak: __slots__ = '__weakref__',
for o in Slots(), Weak():
    try:
        print(ref(o)() is o)
    except TypeError as e:
        print(e)
class Sub(ref):
    extra = 5
s = Sub(c)
s.more = 6
print(s() is c, s.extra, s.more, s == ref(c), Sub(c) is Sub(c), s.__callback__)
for bad in (lambda: ref(), lambda: ref(c, 1, 2), lambda: ref(c, callback=1), lambda: proxy(1), lambda: hash(p), lambda: s(1)):
    try:
        bad()
    except TypeError as e:
        print(e)
