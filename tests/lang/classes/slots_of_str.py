# __slots__ in classes derived from str, whose instances vary in size.
class W(str):
    __slots__=('pos','tag')
class V(W):
    __slots__=('more','__weakref__')
class U(V): pass
for c in (W,V,U):
    for text in ('', 'a', 'hello world', 'h\u20ac', '\U0001f600'*5):
        w=c(text); w.pos=1; w.tag=[2]
        if c is not W: w.more={3}
        print(repr(w), w.pos, w.tag, getattr(w,'more',None), len(w), w+'!', w=='a', hash(w)==hash(text), hasattr(w,'__dict__'))
        w.tag=w.pos
        del w.pos
        print(hasattr(w,'pos'))
        try: w.zz=1; print('ok')
        except AttributeError as e: print(e)
import weakref
v=V('q'); r=weakref.ref(v); print(r() is v); del v; print(r())
w=W('cyc'); w.pos=w; del w
u=U('a'); u.d=u; del u
class T(str): __slots__=('__weakref__',)
t=T('x'); print(weakref.ref(t)() is t)
try: t.a=1
except AttributeError as e: print(e)
class T2(T): pass
t=T2('x'); t.a=1; print(t.__dict__)
s=W('x'); s.__class__=W; print(s)
class W2(str): __slots__=('pos','tag')
try: s.__class__=W2; print(type(s).__name__)
except TypeError as e: print(e)
print(complex.real, (1+2j).imag, type(complex.real).__name__)
try: (1j).real=2
except AttributeError as e: print(e)
