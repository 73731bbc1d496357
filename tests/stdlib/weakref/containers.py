# WeakValueDictionary, WeakKeyDictionary, WeakSet, WeakMethod.
import weakref, gc
def t(f):
    try: r=f()
    except BaseException as e: print(type(e).__name__, '|', e)
    else: print('ok', repr(r))
class A:
    def __init__(s,n): s.n=n
    def m(s): return s.n
    def __repr__(s): return 'A%s'%s.n
d=weakref.WeakValueDictionary()
a,b=A(1),A(2)
d['a']=a; d['b']=b
print(len(d), sorted(d.keys()), sorted(map(repr,d.values())), 'a' in d, d.get('zz',7)); del a; print(len(d), list(d.items()), 'a' in d)
t(lambda: d['a']); print(d.pop('b'), len(d)); t(lambda: d.pop('q')); print(d.pop('q',5))
x=A(3); print(d.setdefault('x',x) is x, d.setdefault('x',A(9)) is x); print(sorted(d|{"y":b}), type(d|{"y":b})); d|={'y':b}; print(sorted(d)); print(d.copy().keys() is not None, d.valuerefs()[0]() is x); t(d.popitem)
t(lambda: d.__setitem__('i',5))
k=weakref.WeakKeyDictionary(); p,q=A(4),A(5); k[p]=1; k[q]=2; print(len(k), p in k, k[p], 5 in k, sorted(v for v in k.values())); del p; print(len(k), list(k.items()));  k.setdefault(q,8); print(k.pop(q), len(k), list(k.keyrefs())); t(lambda: k.__setitem__(5,5))
s=weakref.WeakSet(); u,v=A(6),A(7); s.add(u); s.update([v]); print(len(s), u in s, sorted(map(repr,s))); del u; print(len(s), list(s)); s.discard(5) if 0 else None; print(s=={v} , s==weakref.WeakSet([v]), len(s|weakref.WeakSet([b])), len(s&weakref.WeakSet([v])), s.issubset([v]), len(s-[v]), s.pop()); t(s.pop)
print(repr(weakref.WeakSet()))
o=A(8); wm=weakref.WeakMethod(o.m, lambda r: print('wm dead', r())); print(wm()(), wm()==o.m, wm==weakref.WeakMethod(o.m), hash(wm)==hash(weakref.WeakMethod(o.m))); del o; print(wm())
t(lambda: weakref.WeakMethod(5))
