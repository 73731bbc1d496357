# bind() and bind_partial(), and BoundArguments
import inspect

def f(a, /, b, c=1, *args, d, e=2, **kw): return a, b, c, args, d, e, kw
def g(a, b=2, /): pass
def h(a, *, k): pass

s = inspect.signature(f)
b = s.bind(1, 2, 3, 4, d=7, a=3, z=4)
print(b, b.args, b.kwargs, b.arguments, f(*b.args, **b.kwargs))
b = s.bind(1, b=2, d=5)
print(b, b.args, b.kwargs, b == s.bind(1, 2, d=5), b.signature is s)
b.apply_defaults()
print(b, f(*b.args, **b.kwargs))
print(s.bind_partial(), s.bind_partial(1, e=3))
b.arguments['c'] = 'new'
print(b.args, b.kwargs)
for function, args, kwargs in ((f, (), {}), (f, (1,), {}), (f, (1, 2), {}), (f, (1, 2), dict(b=3, d=1)),
                               (g, (), dict(a=1)), (g, (1,), dict(b=1)), (g, (1,), dict(c=1)), (g, (1, 2, 3), {}),
                               (h, (1,), {}), (h, (1, 2), {}), (h, (1,), dict(k=1, z=1)), (h, (), dict(z=1))):
    try:
        inspect.signature(function).bind(*args, **kwargs)
    except TypeError as e:
        print(e)
