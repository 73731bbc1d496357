# sys.settrace: lines without instructions (try, pass, constants), final bodies, returns that the source does not have.
import sys
def show(f, *a):
    base = f.__code__.co_firstlineno
    ev = []
    def tr(fr, e, arg):
        if fr.f_code is not f.__code__ and fr.f_code.co_filename != f.__code__.co_filename: return None
        ev.append((fr.f_lineno - base, e, repr(arg[1]) if e == 'exception' else arg if e == 'return' else None) if e!='line' else fr.f_lineno-base)
        return tr
    sys.settrace(tr)
    try:
        r = f(*a)
        if hasattr(r, '__next__'): list(r)
    except BaseException as e: pass
    finally: sys.settrace(None)
    print(f.__name__, [x for x in ev if x])
def a1():
    try:
        x = 1
    except ValueError:
        y = 2
def a2():
    try:
        1/0
    except ValueError:
        y = 2
    except ZeroDivisionError as e:
        pass
def a3():
    try:
        1/0
    finally:
        x = 1
        y = 2
def a4():
    pass
def a5():
    if 1:
        x = 1
    if 0:
        y = 1
    else:
        z = 3
def a6():
    while True:
        break
    while 1:
        x = 1
        if x:
            break
def a7():
    for i in range(2):
        pass
def a8():
    for i in range(2):
        if i:
            continue
        x = 1
    else:
        y = 2
def a9():
    x = 1
    if x:
        y = 2
def b1(x=0):
    if x:
        y = 2
    else:
        pass
def b2():
    with open('/dev/null') as f:
        x = 1
def b3():
    try:
        return 1
    finally:
        x = 2
def b4():
    try:
        x = 1
    except ValueError:
        y = 2
    else:
        z = 1
    finally:
        w = 1
def b5():
    yield 1
    yield 2
def b7():
    x = (1,
         2,
         [3,
          4])
    foo(x,
        2)
def b8():
    global zz
    """doc"""
    5
    ...
    x = 1
    del x
def b9():
    for i in range(3):
        try:
            if i == 1:
                break
            continue
        finally:
            x = 1
def c1():
    def inner():
        return 3
    inner()
    class A:
        x = 1
        def f(self):
            pass
    A().f()
def c2():
    lambda: 1
    x = lambda: 1
    x()
def c3(x=5):
    match x:
        case 1:
            y = 1
        case 5:
            pass
        case _:
            z = 1
def c4():
    raise ValueError
def c7():
    try:
        try:
            1/0
        finally:
            pass
    except:
        pass
def c8():
    x = 0
    while x < 2:
        x += 1
def c9():
    i = 0
    while i < 2:
        i += 1
        if i == 1:
            continue
        else:
            pass
    else:
        i = 5
    return
def d1():
    x = {
      1: 2,
      3: foo,
    }
def d2():
    with open('/dev/null') as f, \
         open('/dev/null') as g:
        pass
    with open('/dev/null') as f:
        1/0
def d3():
    try:
        return
    finally:
        pass
def d4():
    def g(a=1,
          b=2):
        pass
    g()
def d5():
    x = 1; y = 2
    if x: z = 1
    if not x: z = 1
    return (x
       and y)
def d6():
    if x1:
        pass
    elif y1:
        pass
x1=0; y1=1
for f in list(globals().values()):
    if hasattr(f,'__code__') and f is not show: show(f)
