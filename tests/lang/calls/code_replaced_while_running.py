# a function whose __code__ is replaced while it runs goes on with the code that it was started with


def swapping(*args, me=None, **kwargs):
    me.__code__ = plain.__code__
    return me(*args, **kwargs), sorted(locals())


def plain(n, option=None):
    return n, option


swapping.__kwdefaults__["me"] = swapping
swapping.__defaults__ = (None,)


def both(first, second):
    return first, second


for i in range(3):
    print(both(swapping(4), swapping(5)))


def forget():
    # nothing else holds the first code
    exec("def alone(a, b=2):\n    alone.__code__ = other\n    c = [a, b]\n    return c, alone(7), 'constant'", globals())
    return alone(1)


other = (lambda x, y=0: (x, y)).__code__
print(forget(), alone(3))


def counter():
    for i in range(3):
        yield i, "first"


def letters():
    yield "second"


g = counter()
print(next(g))
counter.__code__ = letters.__code__
print(list(g), list(counter()), g.gi_code.co_name)


def frame():
    import sys
    kept = "local"
    return sys._getframe()


f = frame()
frame.__code__ = plain.__code__
print(f.f_code.co_name, f.f_locals["kept"])


def closed():
    x = 1

    def inner():
        return x
    try:
        inner.__code__ = plain.__code__
    except ValueError as e:
        print(e)
    try:
        inner.__code__ = 1
    except TypeError as e:
        print(e)


closed()
