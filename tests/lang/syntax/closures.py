# Cells: parameters, locals, loops, nonlocal, class bodies and deletion.
def counter(start, *, step=1):
    def bump():
        nonlocal start
        start += step
        return start

    return bump


c = counter(10, step=5)
print(c(), c(), c.__code__.co_freevars, [x.cell_contents for x in c.__closure__])


def late():
    fs = [lambda: i for i in range(3)]
    gs = [lambda i=i: i for i in range(3)]
    return [f() for f in fs], [g() for g in gs]


print(late())


def deleted():
    x = 1

    def get():
        return x

    print(get())
    del x
    try:
        get()
    except NameError as e:
        print(type(e).__name__, e)
    try:
        x
    except UnboundLocalError as e:
        print(e)
    x = 3
    return get()


print(deleted())


def outer(x):
    class C:
        y = x
        x = "class"
        z = x

        def m(self):
            return x

    return C.y if hasattr(C, "y") else None, C.z, C().m()


x = "global"
print(outer("arg"))


def chain():
    a = 1

    def b():
        def c():
            nonlocal a
            a += 1
            return lambda: a

        return c()

    return b()() + a


print(chain())
