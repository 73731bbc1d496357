# getfullargspec, getcallargs, getargvalues and annotations as text
import inspect
import typing

def f(a, b: int = 1, *args, d, e=2, **kw) -> 'str': pass
class C:
    def m(self, x, y=1): pass

print(inspect.getfullargspec(f))
print(inspect.getfullargspec(C().m))
print(inspect.getfullargspec(len))
print(inspect.getcallargs(f, 1, 2, 3, d=4, z=5))
print(inspect.getcallargs(C().m, 5)['x'])
print(inspect.getargs(f.__code__))
for call in (lambda: inspect.getfullargspec(3), lambda: inspect.getcallargs(C().m), lambda: inspect.getcallargs(f, 1),
             lambda: inspect.getcallargs(lambda a, b, c: 0), lambda: inspect.getcallargs(lambda a, b=1: 0, 1, 2, 3),
             lambda: inspect.getcallargs(lambda: 0, 1), lambda: inspect.getcallargs(lambda a: 0, 1, a=2),
             lambda: inspect.getcallargs(lambda a: 0, 1, z=2), lambda: inspect.getargs(3)):
    try:
        print(call())
    except TypeError as e:
        print(str(e).replace('C.m', 'm'))

def values(a, *rest, k=3, **kw):
    info = inspect.getargvalues(inspect.currentframe())
    return info[:3], inspect.formatargvalues(*info)
print(values(1, 2, z=5))
for annotation in int, 'text', list[int], typing.Optional[str], inspect.Signature, None:
    print(inspect.formatannotation(annotation), end='; ')
print(inspect.formatannotation(C, __name__), inspect.formatannotationrelativeto(C)(C))
