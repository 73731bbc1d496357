# locals(), globals(), vars() and dir() in modules, functions, classes and comprehensions.
print(locals() is globals(), vars() is locals(), "print" in dir(__builtins__))
def f(a, *b, c=1, **d):
    e = 1
    del e
    for i in "": pass
    def g(): return a
    return sorted(locals()), sorted(vars()), dir(), locals() is not locals(), g.__name__
print(f(1))
class C:
    x = 1
    y = sorted(k for k in locals() if not k.startswith("__"))
    z = locals() is vars()
print(C.y, C.z, sorted(vars(C))[-3:])
print([locals() for x in [1]], (lambda p: locals())(2), [sorted(locals()) for a in [1] for b in [2]])
def closure():
    n = 1
    def inner():
        n
        return locals()
    return inner()
print(closure())
try:
    vars(1)
except TypeError as e:
    print(e)
