# Unexpected keywords, with suggestions; duplicates; positional-only parameters passed by name
def f(first, second=2, *, third=3):
    pass


def positional(a, b, /, c, *, d=1):
    pass


def rest(a, /, **kw):
    return a, kw


class Widget:
    def __init__(self, width, height):
        pass


for call in (lambda: f(1, secnd=3), lambda: f(1, thrd=3), lambda: f(1, zzz=1), lambda: f(frist=1), lambda: f(1, first=2),
             lambda: f(1, 2, second=3), lambda: positional(1, b=2, c=3), lambda: positional(a=1, b=2, c=3),
             lambda: positional(1, 2, 3, e=4), lambda: positional(1, 2, c=3, a=1), lambda: rest(1, a=2), lambda: rest(a=2),
             lambda: Widget(widht=1, height=2), lambda: f(1, **{"x y": 1}), lambda: f(1, **{"": 1}), lambda: f(**{"first": 1}),
             lambda: f(1, **{"first": 1}), lambda: f(1, b=1, c=2)):
    try:
        print(call())
    except TypeError as e:
        print(e)
