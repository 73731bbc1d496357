# finalize: called once, when the object dies, by hand, or at exit; detach and peek.
import weakref


class A:
    pass


def goodbye(*args, **kwargs):
    print("goodbye", args, kwargs)
    return "result"


a = A()
f = weakref.finalize(a, goodbye, 1, key=2)
print(f.alive, f.atexit, f.peek()[1:] == (goodbye, (1,), {"key": 2}))
del a
print(f.alive, f.peek(), f())
b = A()
g = weakref.finalize(b, goodbye, "by hand")
print(g(), g(), g.alive)
c = A()
h = weakref.finalize(c, goodbye)
print(h.detach()[1] is goodbye, h.detach(), h.alive)
del c
last = A()
e = weakref.finalize(last, print, "at exit")
no = weakref.finalize(last, print, "not at exit")
no.atexit = False
print("end")
