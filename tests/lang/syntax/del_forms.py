# del: names, attributes, items, slices, several at once; what cannot be deleted.
class A: pass
a = A()
a.x = a.y = 1
l = [0, 1, 2, 3, 4, 5]
d = {1: 2}
x = y = z = w = 1
del a.x, l[0], l[1:3], d[1]
del (x), [y, (z,)]
del ()
print(vars(a), l, d, [n for n in "xyzw" if n in globals()])
for statement in ["del x", "del a.x", "del l[9]", "del d[1]", "del 'a'[0]", "del (1).x", "del print.x", "del A.__name__", "del l[::0]"]:
    try:
        exec(statement)
    except Exception as e:
        print(statement, "|", type(e).__name__, e)
def f():
    v = 1
    del v
    try: v
    except UnboundLocalError as e: print(e)
    try: del v
    except UnboundLocalError as e: print(e)
    v = 2
    def g(): return v
    del v
    try: g()
    except NameError as e: print(e)
    del l[:]
    return l
print(f())
