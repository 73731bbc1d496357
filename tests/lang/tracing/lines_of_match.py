# Line events of match, comprehensions, conditions over several lines and definitions.
import sys
def show(f, *a):
    base = f.__code__.co_firstlineno
    ev = []
    def tr(fr, e, arg):
        if fr.f_code is not f.__code__: return None
        if e=='line': ev.append(fr.f_lineno-base)
        return tr
    sys.settrace(tr); f(*a); sys.settrace(None); print(f.__name__, ev)
def m1(c):
    match c:
        case 1:
            pass
        case _:
            return 2
def m2(c):
    match c:
        case _:
            return 5
def m3(c):
    match c:
        case y:
            z = 1
def m4(c):
    match c:
        case 1: pass
        case 2: x = 1
        case [a, b] if a:
            x = 3
        case {'k': v}:
            x = 4
        case _ if c:
            x = 6
    return 5
def m6(c):
    if c:
        match c:
            case 9: pass
    else: pass
    for i in (1,2):
        match i:
            case 1: continue
            case 2: break
def m7(c):
    while c:
        c -= 1
        if c == 2: continue
        if c:
            pass
        elif c == 0:
            pass
        else:
            pass
    else:
        pass
def m8(c):
    x = [
        a
        for a in (1, 2)
    ]
    y = {a: 1
      for a in x}
    return any(
       z
       for z in x
    )
def m9(c):
    x = (c and
        c or
        3)
    if (c and
        x):
        pass
    return c if \
       c else \
       x
def n1(c):
    try:
        return
    except: pass
    finally:
        x = 1
def n2(c):
    try:
        pass
    except ValueError:
        pass
    else:
        pass
    finally:
        pass
def n3(c):
    for i in range(2):
        with open('/dev/null') as f:
            if i: continue
            x = 1
    for i in range(2):
        try:
            continue
        finally:
            pass
def n4(c):
    del c; c = 1
    c: int
    d: int = 5
    import sys, \
       os
    class A: pass
    class B(
        A,
        object):
        """doc"""
        x = 1
    def g(x=1,
        *, y=2): pass
    async def h(): pass
    type X = int
    nonlocal_ = 1
    lambda: (yield)
    f'{c}{d
      }'
    f"""
    {c}
    {d}
    """
for f in list(globals().values()):
    if hasattr(f,'__code__') and f is not show:
        for a in (0,1,2,3,[1,2],{'k':1},'s'): 
            try: show(f,a)
            except Exception as e: sys.settrace(None); print(repr(e)); break
