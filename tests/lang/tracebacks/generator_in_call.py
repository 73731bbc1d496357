# A generator that fails inside of all, any or tuple: only their name is marked, unless the name means something else.
def all(g): return list(g)
def f(): 
    return all((1/0 for i in 'a'))
def g(tuple2): 
    return tuple((1/0 for i in 'a'))
def h():
    return any(1/0 for i in 'a')
def k():
    return tuple(1/0 for i in 'a'
    )
def l():
    return set(1/0 for i in 'a')
import traceback
for q in f, lambda: g(1), h, k, l:
    try: q()
    except Exception: print(traceback.format_exc().replace(__file__, 'FILE'))
