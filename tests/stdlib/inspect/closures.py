# getclosurevars: nonlocal, global, built-in and unknown names; unwrap
import functools
import inspect

level = 1
def outer(a):
    def inner(x):
        return a + level + len(x) + missing + x.attribute + x.method()
    return inner

names = inspect.getclosurevars(outer(5))
print(names.nonlocals, names.globals, list(names.builtins), sorted(names.unbound))
try:
    inspect.getclosurevars(3)
except TypeError as e:
    print(e)

def base(): pass
one = functools.wraps(base)(lambda: 1)
two = functools.wraps(one)(lambda: 2)
print(inspect.unwrap(two) is base, inspect.unwrap(two, stop=lambda f: f is one) is one, inspect.unwrap(3))
base.__wrapped__ = two
try:
    inspect.unwrap(two)
except ValueError as e:
    print(str(e).split(' at ')[0])
