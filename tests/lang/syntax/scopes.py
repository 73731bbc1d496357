# global, nonlocal, deletion, exec and eval, names that look alike.
x = "module"


def g():
    global x, new
    x, new = "changed", 1
    def h():
        global new
        new += 1
        return x
    return h()


print(g(), x, new)


def shadow():
    x = "local"
    def inner():
        global x
        return x
    class C:
        def m(self): return x
    return inner(), C().m(), [x for _ in "a"], (lambda: x)()


print(shadow())
ns = {}
exec("a = 1\ndef f(): return a\nb = [a for _ in range(2)]\nclass C: c = a", ns)
print(ns["f"](), ns["b"], ns["C"].c)
glob, loc = {"v": 1}, {"w": 2}
exec("u = v + w; v = 10; global t; t = v", glob, loc)
print(loc, glob["t"], glob["v"])
try:
    exec("w2 = 1\nprint([w2 for _ in range(1)])", {}, {})
except NameError as e:
    print(e)
print(eval("[i * k for i in range(3)]", {"k": 2}), eval("x"), eval("(lambda q: q + 1)(2)"), eval(" 1 +\\\n 2"))


def del_global():
    global gone
    gone = 1
    del gone
    try: gone
    except NameError as e: return str(e)


print(del_global())


def params(a, b=(lambda: 1), *c, d=None, **e):
    del a
    def inner(): return b, c, d, e
    try: return a
    except UnboundLocalError as err: return str(err), inner()[1:]


print(params(1, 2, 3, d=4, f=5))
for i in range(2):
    def loop_function(): return i
print(loop_function(), i)
if False:
    never = 1
try: never
except NameError as e: print(e)
