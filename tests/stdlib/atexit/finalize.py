# finalize and atexit: what is called when something dies, and at the end.
import atexit, weakref
def t(f):
    try: r=f()
    except BaseException as e: print(type(e).__name__, '|', e)
    else: print('ok', repr(r))
class A:
    def __init__(s,n): s.n=n
    def m(s): return s.n
    def __repr__(s): return 'A%s'%s.n
d=weakref.WeakValueDictionary()
o=A(9); f=weakref.finalize(o, print, 'fin', 9, sep='-'); print(f.alive, f.peek()[1:], f.atexit, repr(f)[:20]); del o; print(f.alive, f(), f.peek(), f.detach())
o=A(10); f=weakref.finalize(o, lambda x: x*2, 21); print(f(), f.alive, f()); 
o=A(11); f=weakref.finalize(o, print, 'det'); print(f.detach()[1] is print, f.alive); del o
keep=A(12); f=weakref.finalize(keep, print, 'at exit 1'); f2=weakref.finalize(keep, print, 'at exit 2'); f3=weakref.finalize(keep, print, 'never'); f3.atexit=False
atexit.register(print,'atexit',sep='!'); 
@atexit.register
def bye(): print('bye')
def un(): print('not')
atexit.register(un); atexit.unregister(un); t(lambda: atexit.register(5)); t(lambda: atexit.register()); print(atexit._ncallbacks()>=3)
def fail(): 1/0
atexit.register(fail)
