# Operators, items, properties and calls of objects that a loop meets often: what the methods answer, decline and raise.
class V:
    def __init__(s,x): s.x=x
    def __add__(s,o): return V(s.x+(o.x if isinstance(o,V) else o)) if not isinstance(o,str) else NotImplemented
    def __iadd__(s,o):
        if o==7: return NotImplemented
        s.x+=o; return s
    def __sub__(s,o): raise ValueError(o)
    def __lt__(s,o): return s.x<o.x
    def __eq__(s,o): return s.x==o.x if isinstance(o,V) else NotImplemented
    def __getitem__(s,i):
        if i>5: raise IndexError(i)
        return i*s.x
    def __setitem__(s,i,v): s.x=(i,v)
    def __call__(s,a): return a+1
    @property
    def p(s): return s.x
def f():
    v=V(1); t=0
    for i in range(100):
        t+=(v+v).x+(v+1).x+v[3]+v(i)+v.p
        if v<V(2): t+=1
        if v==V(1): t+=1
        if v==3: t+=100
        t+= (v==V(1))
        try: v+'a'
        except TypeError as e: m=str(e)
        try: v-1
        except ValueError as e: t+=1
        try: v[9]
        except IndexError: t+=1
        v+=1; v+=7 if False else 0
        try: v+=7
        except TypeError as e: m=str(e)
        v.x=1
        w=V(3); w[1]=2; t+=w.x[1]
    print(t,m)
f()
class D(V):
    def __radd__(s,o): return 'radd'
def g(a,b): return a+b
for i in range(100): g(V(1),V(2))
print(g(V(1),D(2)), g(V(1),3).x)
class R:
    def __init__(s): return None
    def __add__(s,o): return s+o
    def __eq__(s,o): return s==o
try: R()+1
except RecursionError as e: print(e)
try: R()==1
except RecursionError as e: print(e)
