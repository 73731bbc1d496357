# Defaults of keyword-only parameters: in their order, in another one, some missing, and with a key that is no name.
def f(a, *, b=1, c, d=2, e=3):
    return a, b, c, d, e


print(f(1, c=5), f(1, c=5, b=7), f(1, c=2, e=9, d=8))
f.__kwdefaults__ = {"e": 30, "c": 4, "b": 10, "d": 20}
print(f(1), f(1, d=2), f(1, b=0, e=5))
for f.__kwdefaults__ in ({}, None):
    try:
        print(f(1, c=2))
    except TypeError as error:
        print(error)
f.__kwdefaults__ = defaults = {"b": 1, "c": 2, "d": 3, "e": 4}
del defaults["b"]
defaults["b"] = 5
print(f(0))
f.__kwdefaults__ = {1: 2, "b": 1, "c": 2, "d": 3, "e": 4}
print(f(0))
