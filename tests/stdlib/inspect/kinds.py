# The is* questions on all kinds of objects
import collections
import functools
import inspect
import sys
import types

def plain(): pass
def gen(): yield
async def coro(): pass
async def agen(): yield
class C:
    __slots__ = ('slot',)
    def m(self): pass
    p = property(m)
    sm, cm = staticmethod(m), classmethod(m)
    h = functools.partialmethod(gen)
try:
    raise KeyError
except KeyError as e:
    tb = e.__traceback__
things = dict(module=sys, package=collections, cls=C, alias=list[int], method=C().m, function=plain, lam=lambda: 0, gen=gen, coro=coro,
              agen=agen, generator=gen(), code=plain.__code__, frame=sys._getframe(), tb=tb, len=len, append=[].append,
              unbound=list.append, wrapper=(1).__add__, slot_wrapper=int.__add__, prop=C.p, slot=C.slot,
              getset=types.FunctionType.__code__, classmethod=C.cm, static=C.sm, half=functools.partial(agen))
questions = [name for name in dir(inspect) if name.startswith('is') and name != 'iskeyword']
for name, o in things.items():
    print(name + ':', *(q for q in questions if getattr(inspect, q)(o)))
print(inspect.isgeneratorfunction(C().h), inspect.isgeneratorfunction(3), inspect.isabstract(collections.abc.Sized))

@inspect.markcoroutinefunction
def marked(): pass
print(inspect.iscoroutinefunction(marked), inspect.iscoroutinefunction(functools.partial(marked)))
print(inspect.isclass.__name__, inspect.isclass.__module__)
