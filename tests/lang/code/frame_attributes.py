# Attributes of frames: of running ones, of ended ones, of generators.
import sys
def f():
    g = sys._getframe()
    return g, g.f_back.f_code.co_name, g.f_lineno, sys._getframe(1) is g.f_back
frame, back, line, same = f()
print(back, line, same, frame.f_back is sys._getframe(), frame.f_code is f.__code__, frame.f_globals is globals(), frame.f_builtins["len"] is len, sorted(frame.f_locals), frame.f_trace, isinstance(frame.f_lasti, int))
frame.clear()
print(frame.f_locals, repr(frame).split("at ")[0])
def gen():
    x = 1
    yield sys._getframe()
    x = 2
    yield
g = gen()
print(g.gi_frame.f_locals, g.gi_frame.f_lineno, g.gi_frame.f_back)
inner = next(g)
print(inner is g.gi_frame, inner.f_locals, inner.f_lineno, inner.f_generator is g)
for act in inner.clear, sys._getframe().clear, lambda: sys._getframe(1000), lambda: sys._getframe("x"), lambda: type(inner)():
    try:
        act()
    except (RuntimeError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
next(g)
g.close()
print(g.gi_frame, inner.f_locals, inner.f_generator)
for name, value in ("f_lineno", 5), ("f_back", None), ("f_code", None), ("f_locals", {}), ("f_trace", print):
    try:
        setattr(frame, name, value)
        print(name, "set")
    except (AttributeError, ValueError) as e:
        print(name, type(e).__name__)
