# Deep and shallow copies: memo, cycles, recipes, hooks of the class and of the instance, and what cannot be copied.
import copy, weakref, types, gc
class A:
    def __init__(s, **k): s.__dict__.update(k) if k.get("viadict") else [setattr(s,a,b) for a,b in k.items()]
    def __repr__(s): return f"A({vars(s)})" if not s.__dict__.get("me") else "A(cyc)"
a=A(x=[1],y={"k":(1,[2])}); b=copy.deepcopy(a); print(b, b.x is a.x, copy.copy(a).x is a.x)
a=A(x=1); a.me=a; b=copy.deepcopy(a); print(b.me is b, b.x)
memo={}; l=[[1],[2]]; c=copy.deepcopy(l,memo); print(len(memo), memo[id(l)] is c, [type(x).__name__ for x in memo[id(memo)]])
class M(dict): pass
m=M(); print(copy.deepcopy(l,m), type(m[id(m)]), len(m))
from collections import UserDict, OrderedDict, defaultdict, deque, Counter, namedtuple, ChainMap
u=UserDict(); print(copy.deepcopy(l,u), len(u))
for o in (OrderedDict(a=[1]), defaultdict(list,{1:[2]}), deque([[1],2],5), Counter("aab"), ChainMap({1:[2]}), {1,2}, frozenset([1]), bytearray(b"ab"), slice(1,2), range(5), 1j, ...):
    try: x=copy.deepcopy(o); print(x, x is o, copy.copy(o)==o, copy.copy(o) is o)
    except Exception as e: print(type(o), repr(e))
class S: __slots__=("a","b")
s=S(); s.a=[1]; t=copy.deepcopy(s); print(t.a, t.a is s.a, hasattr(t,"b"))
class SD(S): pass
s=SD(); s.a=[1]; s.z=[2]; t=copy.deepcopy(s); print(t.a,t.z, t.z is s.z); print(copy.copy(s).z)
class D:
    def __deepcopy__(self, memo): memo["n"]=1; return 5
print(copy.deepcopy([D(),D()]))
class G:
    def __getattr__(self, n): print("ask",n); raise AttributeError(n)
g=G(); g.q=[1]; print(copy.deepcopy(g).q, copy.copy(g).q)
class R:
    def __reduce__(self): return R,()
class R2:
    def __reduce_ex__(self,p): return "x"
r=R2(); print(type(copy.copy(R())).__name__, copy.deepcopy(r) is r)
class St:
    def __init__(s): s.a=1
    def __getstate__(s): return {"a":2}
    def __setstate__(s,st): s.b=st
print(vars(copy.deepcopy(St())), vars(copy.copy(St())))
class L(list): pass
l=L([1,[2]]); l.z=[3]; k=copy.deepcopy(l); print(k,k.z,k.z is l.z,type(k)); k=copy.copy(l); print(k,k.z is l.z)
class DD(dict): pass
l=DD(a=[1]); l.z=[3]; k=copy.deepcopy(l); print(k,k.z,type(k))
class N:
    def __new__(cls, v): o=super().__new__(cls); o.v=v; return o
    def __getnewargs__(self): return (self.v,)
print(copy.deepcopy(N([1])).v)
t=([1],); t[0].append(t); k=copy.deepcopy(t); print(k[0][1] is k, k is t)
t=(1,(2,3)); print(copy.deepcopy(t) is t)
f=types.MethodType(lambda s:s.x, a); print(copy.deepcopy(f).__self__ is a)
class Bad:
    def __reduce_ex__(self,p): return 5
for what in (Bad(), (x for x in ()), open("/dev/null"), types.ModuleType("m")):
    for fn in (copy.copy, copy.deepcopy):
        try: fn(what); print("ok")
        except Exception as e: print(type(e).__name__, str(e)[:70])
class E(Exception): pass
e=E(1,[2]); e.n=[3]; k=copy.deepcopy(e); print(repr(k),k.n,k.n is e.n)
class V:
    def __init__(s): s.a=1; s.b=[2]
v=V(); del v.a; v.c=3; print(vars(copy.deepcopy(v))); v.a=4; print(vars(copy.copy(v)), list(vars(copy.deepcopy(v))))
v.__deepcopy__=lambda memo: "own"; print(copy.deepcopy(v), type(copy.copy(v)).__name__)
class W: pass
w=W(); w.a=[1]; vars(w); print(vars(copy.deepcopy(w)))
w.d=w.__dict__; k=copy.deepcopy(w); print(k.d is k.__dict__, sorted(k.d), k.d["d"] is k.d)
V.__copy__=lambda s: "late"; print(copy.copy(V())); del V.__copy__; print(type(copy.copy(V())).__name__)
class P:
    x=property(lambda s:1)
    def __setattr__(s,n,v): raise TypeError
p=P(); object.__setattr__(p,"q",[1]); print(copy.deepcopy(p).q)
wd=weakref.WeakKeyDictionary(); print(len(copy.copy(wd)))
class Mut:
    def __init__(s,l): s.l=l
    def __deepcopy__(s,m): s.l.pop() if len(s.l)>1 else 0; return 1
l=[]; l+= [Mut(l),2,3,4]; print(copy.deepcopy(l))
d = {}
class MutD:
    def __deepcopy__(s,m): d[len(d)+100]=1; return 1
d[1]=MutD(); d[2]=2
try: print(copy.deepcopy(d))
except RuntimeError as e: print(e)
x=[]; 
for _ in range(200): x=[x]
print(str(copy.deepcopy(x))[:5])
print(copy.deepcopy({"a":1}, None), copy.deepcopy(x=[1]), copy.copy(x=3))
import datetime,enum,fractions
class C(enum.Enum): A=[1]
print(copy.deepcopy(C.A) is C.A, copy.deepcopy(fractions.Fraction(1,3)), copy.deepcopy(datetime.datetime(2020,1,1)))
print(copy.deepcopy(int|str), copy.deepcopy(list[int]), copy.copy(super))
class Meta(type): pass
class K(metaclass=Meta): pass
print(copy.deepcopy(K) is K, copy.copy(K) is K)
try: copy.deepcopy(1,2,3,4)
except TypeError as e: print(e)
