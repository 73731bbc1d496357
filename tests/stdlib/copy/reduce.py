# Copying by __reduce__ and its relatives.
import copy
def t(f):
    try: r=f()
    except BaseException as e: print(type(e).__name__, '|', e)
    else: print('ok', repr(r))
class NA:
    def __new__(cls,x): o=super().__new__(cls); o.v=x; return o
    def __getnewargs__(s): return (s.v,)
print(copy.copy(NA(3)).v, copy.deepcopy(NA([3])).v)
class NE:
    def __new__(cls,*,x): o=super().__new__(cls); o.v=x; return o
    def __getnewargs_ex__(s): return (),{'x':s.v}
print(copy.copy(NE(x=3)).v)
class RS:
    def __reduce__(s): return (RS,(),{'z':1})
print(copy.copy(RS()).z)
class SS:
    def __getstate__(s): return 5
    def __setstate__(s,v): s.got=v
print(copy.copy(SS()).got, copy.deepcopy(SS()).got)
class RP:
    def __reduce__(s): return 'RP'
rp=RP(); print(copy.copy(rp) is rp)
class R:
    def __init__(s,a): s.a=a
    def __replace__(s,**k): return R(**({'a':s.a}|k))
print(copy.replace(R(1),a=2).a); t(lambda: copy.replace(5))
sh=[1]; o=copy.deepcopy([sh,sh]); print(o[0] is o[1])
memo={}; copy.deepcopy(sh,memo); print(id(sh) in memo)
import types
ns=types.SimpleNamespace(a=[1]); n2=copy.deepcopy(ns); print(n2, n2.a is ns.a, copy.copy(ns))
print(copy.Error, copy.error is copy.Error, copy.__all__)
import copyreg
class X: 
    def __init__(s,v): s.v=v
copyreg.pickle(X,lambda x:(X,(x.v+1,))); print(copy.copy(X(1)).v)
t(lambda: copyreg.pickle(X,5)); t(lambda: copyreg.constructor(5)); t(lambda: copyreg.add_extension('a','b',0)); 
copyreg.add_extension('a','b',5); t(lambda: copyreg.add_extension('a','c',5)); t(lambda: copyreg.add_extension('a','b',6)); t(lambda: copyreg.remove_extension('a','b',7)); copyreg.remove_extension('a','b',5)
print(copy.copy(int|str), copy.copy(list[int]), copy.deepcopy(list[int]))
