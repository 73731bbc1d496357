# Attributes of generators: names, frame, code, running, suspended, yieldfrom
import types


def f():
    print(me.gi_running, me.gi_suspended, me.gi_frame.f_code is f.__code__)
    yield 1
    yield from sub


sub = iter("ab")
me = f()
print(me.__name__, me.__qualname__, me.gi_running, me.gi_suspended, me.gi_yieldfrom, me.gi_code is f.__code__)
print(me.gi_frame.f_lineno == f.__code__.co_firstlineno, me.gi_frame.f_lasti >= -1)
next(me)
print(me.gi_running, me.gi_suspended, me.gi_frame.f_lineno - f.__code__.co_firstlineno)
next(me)
print(me.gi_yieldfrom is sub)
list(me)
print(me.gi_running, me.gi_suspended, me.gi_frame, me.gi_yieldfrom)
me.__name__ = "renamed"
me.__qualname__ = "a.b"
print(repr(me).split(" at ")[0], f.__name__)
for name, value in (("__name__", 5), ("__qualname__", None), ("gi_frame", 1), ("gi_code", 1), ("gi_running", True), ("other", 1)):
    try:
        setattr(me, name, value)
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
try:
    del me.__name__
except TypeError as e:
    print(e)
print(isinstance(me, types.GeneratorType), iter(me) is me, types.GeneratorType.__name__)
try:
    types.GeneratorType()
except TypeError as e:
    print(e)


def recursive():
    yield next(r)


r = recursive()
try:
    next(r)
except ValueError as e:
    print(e)
print([g.__name__ for g in ((x for x in ()), (lambda: (yield))())])
