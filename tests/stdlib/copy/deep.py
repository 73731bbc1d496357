# copy and deepcopy: sharing, cycles, classes with protocols of their own.
import copy
def t(f):
    try: r=f()
    except BaseException as e: print(type(e).__name__, '|', e)
    else: print('ok', repr(r))
class A:
    def __init__(s): s.x=[1,2]; s.y={'a':[3]}
    def __eq__(s,o): return s.__dict__==o.__dict__
a=A(); b=copy.copy(a); c=copy.deepcopy(a)
print(b==a, b.x is a.x, c==a, c.x is a.x, c.y['a'] is a.y['a'])
l=[1,[2,3],(4,[5])]; m=copy.deepcopy(l); print(m, m[1] is l[1], m[2] is l[2], copy.copy(l)==l)
t1=(1,2,'x'); print(copy.deepcopy(t1) is t1, copy.copy(t1) is t1)
l=[]; l.append(l); m=copy.deepcopy(l); print(m[0] is m)
d={}; d['d']=d; e=copy.deepcopy(d); print(e['d'] is e)
tt=([],); tt[0].append(tt); u=copy.deepcopy(tt); print(u[0][0] is u)
class S: 
    __slots__='p','q'
s=S(); s.p=[1]; r=copy.copy(s); r2=copy.deepcopy(s); print(r.p is s.p, r2.p==s.p, r2.p is s.p, hasattr(r,'q'))
class C:
    def __copy__(s): return 'copied'
    def __deepcopy__(s,m): return 'deep'
print(copy.copy(C()), copy.deepcopy(C()), copy.deepcopy([C()]))
class L(list): pass
x=L([1,[2]]); x.a=5; y=copy.copy(x); z=copy.deepcopy(x); print(y, y.a, type(y), z, z[1] is x[1])
class D(dict): pass
x=D(a=[1]); y=copy.deepcopy(x); print(y, type(y), y['a'] is x['a'])
class T(tuple): pass
x=T([1,[2]]); y=copy.deepcopy(x); print(y,type(y), copy.copy(x))
print(copy.copy({1,2}), copy.deepcopy(frozenset([1,2])), copy.deepcopy(bytearray(b'x')), copy.copy(b'a'))
for v in (None, 5, 'x', 1.5, len, int, A, lambda:1, ..., NotImplemented, range(3), print, t):
    assert copy.copy(v) is v and copy.deepcopy(v) is v, v
print(copy.deepcopy(ValueError(1,2)), copy.copy(KeyError('k')).args)
g=(i for i in [1])
t(lambda: copy.copy(g)); t(lambda: copy.deepcopy([g]))
