# global and nonlocal in every place; names of the module, of functions and of classes.
x, y = "global x", "global y"
def outer():
    x = "outer x"
    def inner():
        nonlocal x
        global y
        x, y = "changed x", "changed y"
        class K:
            nonlocal x
            global z
            x = "from class"
            z = "new global"
            w = x
        return K.w, hasattr(K, "x")
    return inner(), x
print(outer(), x, y, z)
class C:
    x = "class x"
    def m(self): return x
    l = [x for _ in "a"] if False else x
    f = lambda: x
    g = list(x for _ in "a")
    h = [n for n in x[:2]]
print(C().m(), C.l, C.f(), C.g, C.h)
def counter():
    n = 0
    def step(k=1):
        nonlocal n
        n += k
        return n
    return step, lambda: n
step, read = counter()
print(step(), step(5), read(), step.__closure__[0].cell_contents, counter.__code__.co_cellvars, step.__code__.co_freevars)
def f():
    for x in [1, 2]: pass
    try: 1 / 0
    except ZeroDivisionError as error: pass
    import sys as s
    with open(__file__) as h: pass
    def g(): pass
    class D: pass
    (w := 1)
    [v := 2 for _ in "a"]
    del x
    return sorted(locals())
print(f())
