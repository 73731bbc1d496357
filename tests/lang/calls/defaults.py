# Defaults are evaluated once, where the function is made, and can be replaced
def log(x):
    print("default", x)
    return x


def f(a, b=log(1), *, c=log([]), d=log(3)):
    c.append(a)
    return a, b, c, d


print(f(1), f(2, 3), f(4, c=[]), f.__defaults__, f.__kwdefaults__)
f.__defaults__ = (7, 8)
print(f(), f(1))
f.__defaults__ = None
f.__kwdefaults__ = {"d": 9}
for call in (lambda: f(), lambda: f(1, 2), lambda: f(1, 2, c=[])):
    try:
        print(call())
    except TypeError as e:
        print(e)
for name, value in (("__defaults__", [1]), ("__defaults__", 5), ("__kwdefaults__", [1]), ("__code__", 5), ("__name__", 5),
                    ("__qualname__", None), ("__dict__", 5), ("__globals__", {}), ("__closure__", ()), ("__doc__", 5)):
    try:
        setattr(f, name, value)
        print("ok", name)
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
del f.__defaults__, f.__kwdefaults__
print(f.__defaults__, f.__kwdefaults__)
f.__kwdefaults__ = {"c": 1, "nothing": 2}
print(f.__kwdefaults__)
x = [lambda i=i: i for i in range(3)]
print([g() for g in x])
