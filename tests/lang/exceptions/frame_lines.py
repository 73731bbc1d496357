# f_lineno of a frame that an exception left: where it was raised, not where the compiler cleaned up
def check(f):
    try: f()
    except Exception as ex:
        t=ex.__traceback__; out=[]
        while t:
            out.append((t.tb_lineno-t.tb_frame.f_code.co_firstlineno, t.tb_frame.f_lineno-t.tb_frame.f_code.co_firstlineno)); t=t.tb_next
        print(f.__name__, out[1:])
def after_raise_in_except():
    try:
        1/0
    except:
        1/0
        pass
check(after_raise_in_except)
def after_other_except():
    try:
        1/0
    except TypeError as ex:
        pass
check(after_other_except)
def in_named_except():
    try:
        1/0
    except Exception as ex:
        1/0
        pass
check(in_named_except)
def in_try():
    try:
        1/0
    finally:
        pass
check(in_try)
def in_finally_normal():
    try:
        pass
    finally:
        1/0
        pass
check(in_finally_normal)
def in_finally_except():
    try:
        1/0
    finally:
        1/0
        pass
check(in_finally_except)
class Noop:
    def __enter__(self): return self
    def __exit__(self,*a): pass
def after_with():
    with Noop():
        1/0
        pass
check(after_with)
class NoopA:
    def __enter__(self): return self
    def __exit__(self,*a): 1/0
def exit_raises():
    with NoopA():
        x=1
        pass
check(exit_raises)
def bare_raise():
    try: 1/0
    except:
        x = 1
        raise
check(bare_raise)
def loop():
    for i in range(3):
        with Noop():
            if i==2:
                1/0
check(loop)
