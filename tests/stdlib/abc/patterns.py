# Classes that are sequences or mappings by inheritance or registration match such patterns.
import collections.abc as ca
print([issubclass(x, ca.Sequence) for x in (list,tuple,str,dict,range,set)], [isinstance(x,ca.Mapping) for x in ({},[],())])
print(isinstance([],ca.Iterable), isinstance(5,ca.Hashable), isinstance([],ca.Hashable), isinstance(iter([]),ca.Iterator), isinstance(lambda:1,ca.Callable))
class S(ca.Sequence):
    def __len__(s): return 3
    def __getitem__(s,i):
        if i>2: raise IndexError
        return i*10
match S():
    case [a,b,c]: print(a,b,c)
    case _: print('no')
class M(ca.Mapping):
    def __len__(s): return 1
    def __getitem__(s,i): return {'k':1}[i]
    def __iter__(s): return iter(['k'])
match M():
    case {'k':v}: print(v)
    case _: print('no')
class R: 
    def __len__(s): return 1
    def __getitem__(s,i):
        if i: raise IndexError
        return 7
ca.Sequence.register(R)
match R():
    case [x]: print(x)
    case _: print('no')
