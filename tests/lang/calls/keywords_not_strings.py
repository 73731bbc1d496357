# ** with keys that are no strings, and with keys given twice.
def f(**k): return k
for s in ("f(**{1:3}, **{1:5})", "f(**{1:3})", "f(x=1, **{1:2})", "f(**{'a':1}, **{2:2})", "f(**{'a':1}, **{'a':2})", "dict(**{1:2})", "print(**{1:2})", "f(**{1:2}, **{3:4})"):
    try: print(eval(s))
    except Exception as e: print(type(e).__name__, e)
