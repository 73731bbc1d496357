# Missing arguments: one, two, many; positional and keyword-only
def f(a, b, c=3, *, d, e=5, g):
    pass


def one(x):
    pass


def kw(*, x):
    pass


def three(a, b, c):
    pass


class C:
    def m(self, x, y):
        pass

    def none():
        pass


for call in (lambda: f(), lambda: f(1), lambda: f(1, 2), lambda: f(1, 2, d=1), lambda: one(), lambda: kw(), lambda: three(),
             lambda: three(1), lambda: three(c=1), lambda: three(b=1), lambda: C().m(), lambda: C().m(1), lambda: C.m(),
             lambda: C().none(), lambda: C.m(x=1), lambda: (lambda x: x)(), lambda: C(1), lambda: three(**{"a": 1})):
    try:
        call()
    except TypeError as e:
        print(e)
